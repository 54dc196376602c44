#!/usr/bin/env bash
# feel-engine 1.19.3 (FEEL in the decision tables of Camunda 7.24 and of Camunda 8).
# Date-times with offsets are compared by instant first, then by the clock on the wall: of one and the same instant, told as 10:00Z and as
# 18:00+08:00, the second is *later*. So money that arrives at the very instant of a deadline is in time when both carry the same
# offset, and late (`<=` is false) when the bank tells it in Shanghai time. feelin (FEEL in forms) says that they are equal. Bring all instants to one
# offset before a table sees them.
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
    <dependency><groupId>org.camunda.feel</groupId><artifactId>feel-engine</artifactId><version>1.19.3</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.util.HashMap;
import org.camunda.feel.FeelEngine;

public class Finding {
    public static void main(String[] args) {
        var engine = new FeelEngine.Builder().build();
        for (String operator : new String[] {"=", "<=", ">"}) {
            var answer = engine.evalExpression(
                    "date and time(\"2015-11-27T18:00:00+08:00\") " + operator + " date and time(\"2015-11-27T10:00:00Z\")",
                    new HashMap<String, Object>());
            System.out.println("18:00+08:00 " + operator + " 10:00Z: " + answer.right().get());
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
18:00+08:00 = 10:00Z: false
18:00+08:00 <= 10:00Z: false
18:00+08:00 > 10:00Z: true
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
