#!/usr/bin/env bash
# archunit 1.4.1. DescribedPredicate has an instance method and(other) and a static one and(predicates...). Where the two sides speak of different
# types, name("now").and(owner(...)) compiles all the same: it is the static one with one argument, and what stands left of the dot is dropped.
# A ban on now() of java.time becomes a ban on all of java.time; a narrowing that should let more through would let everything through.
# javac tells only with -Xlint:static.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>com.tngtech.archunit</groupId><artifactId>archunit</artifactId><version>1.4.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;

public class Finding {
    public static void main(String[] args) {
        System.out.println(name("now").and(owner(resideInAPackage("java.time"))).getDescription());
        System.out.println(name("now").and(name("then")).getDescription());
    }
}
JAVA
cat > expected.txt <<'TEXT'
owner reside in a package 'java.time'
name 'now' and name 'then'
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
