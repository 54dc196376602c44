#!/usr/bin/env bash
# archunit 1.4.1. `noClasses().should().callMethod(Instant.class, "now")` finds Instant.now() but not Instant::now: a method reference is an access of
# its own kind (JavaMethodReference), no call. A rule that bans a method wants accessTargetWhere, which sees both.
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
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;

public class Finding {
    public static void main(String[] args) {
        var classes = new ClassFileImporter().importPath("subject");
        System.out.println("callMethod: "
                + noClasses().should().callMethod(Instant.class, "now").evaluate(classes).getFailureReport().getDetails().size());
        System.out.println("accessTargetWhere: "
                + noClasses().should().accessTargetWhere(target(name("now"))).evaluate(classes).getFailureReport().getDetails().size());
    }
}
JAVA
cat > expected.txt <<'TEXT'
callMethod: 1
accessTargetWhere: 2
TEXT
cat > Subject.java <<'JAVA'
import java.time.Instant;
import java.util.function.Supplier;

class Subject {
    Instant called = Instant.now();
    Supplier<Instant> referred = Instant::now;
}
JAVA
javac -d subject Subject.java
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
