#!/usr/bin/env bash
# feelin 3.2.0 (FEEL in form-js 1.8, which Tasklist shows) and feel-engine 1.19.3 (FEEL in Camunda's decision tables) answer the same
# text differently, and not only by doubles: `1e3` is 1 in a form (what follows the number is dropped) and a syntax error in a table; a number as
# the condition of `if` counts as true in a form and as false in a table; text compared with a number is false in a form and null in a table (so
# `not(...)` of it differs too); decimal(2.345, 2) is rounded half up in a form, half even in a table; January 31 to February 28 is a month
# in a form and none in a table. A rule that was tried in a form's condition must be tried again in the table.
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
npm install --silent --ignore-scripts --no-audit --no-fund feelin@3.2.0 > /dev/null
cat > expressions.txt <<'TEXT'
1e3
if 1 then "yes" else "no"
not("10" < 9)
decimal(2.345, 2)
years and months duration(date("2015-01-31"), date("2015-02-28")).months
TEXT
cat > form.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { evaluate } from 'feelin';
for (const text of readFileSync('expressions.txt', 'utf8').trim().split('\n')) {
  const answer = evaluate(text, {});
  console.log(`form: ${text} -> ${answer}`);
}
JS
cat > Finding.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.camunda.feel.FeelEngine;

public class Finding {
    public static void main(String[] args) throws Exception {
        var engine = new FeelEngine.Builder().build();
        for (String text : Files.readAllLines(Path.of("expressions.txt"))) {
            var answer = engine.evalExpression(text, new HashMap<String, Object>());
            System.out.println("table: " + text + " -> " + (answer.isRight() ? answer.right().get() : "not read"));
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
form: 1e3 -> 1
form: if 1 then "yes" else "no" -> yes
form: not("10" < 9) -> true
form: decimal(2.345, 2) -> 2.35
form: years and months duration(date("2015-01-31"), date("2015-02-28")).months -> 1
table: 1e3 -> not read
table: if 1 then "yes" else "no" -> no
table: not("10" < 9) -> null
table: decimal(2.345, 2) -> 2.34
table: years and months duration(date("2015-01-31"), date("2015-02-28")).months -> 0
TEXT
node form.mjs > seen.txt
java -cp "lib/*" Finding.java 2>/dev/null >> seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
