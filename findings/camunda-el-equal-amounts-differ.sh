#!/usr/bin/env bash
# camunda-juel 7.24.0 (the expression language of conditions in BPMN on Camunda 7).
# For a BigDecimal, `==` compares with its scale: 100.00 is not equal to 100, although it is neither less nor greater. So a flow with
# the condition ${paid == total} is left out when one amount was read from a numeric(19,2) column and the other is a literal or a Long.
# A quotient keeps the dividend's scale: 100 / 3 is 33 where the amount has no decimals, 33.33 where it has two. A literal 1.1 is a double
# first, so 100.00 * 1.1 is more than 110. Compare with compareTo or in whole cents.
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
    <dependency><groupId>org.camunda.bpm.juel</groupId><artifactId>camunda-juel</artifactId><version>7.24.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.math.BigDecimal;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;

public class Finding {
    public static void main(String[] args) {
        var factory = new ExpressionFactoryImpl();
        var context = new SimpleContext();
        context.setVariable("paid", factory.createValueExpression(new BigDecimal("100.00"), Object.class));
        context.setVariable("whole", factory.createValueExpression(new BigDecimal("100"), Object.class));
        for (String text : new String[] {
            "${paid == 100}", "${paid == whole}", "${paid >= whole && paid <= whole}", "${paid / 3}", "${whole / 3}", "${paid * 1.1 > 110}"
        }) {
            System.out.println(text + " -> " + factory.createValueExpression(context, text, Object.class).getValue(context));
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
${paid == 100} -> false
${paid == whole} -> false
${paid >= whole && paid <= whole} -> true
${paid / 3} -> 33.33
${whole / 3} -> 33
${paid * 1.1 > 110} -> true
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
