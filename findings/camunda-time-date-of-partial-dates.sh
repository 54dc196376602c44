#!/usr/bin/env bash
# camunda-engine 7.24.0, `timeDate` of timers and due dates of tasks given as ISO 8601 text.
# A time without a date is the first of January 1970, so such a timer is due at once instead of today or being refused; a year, a week and an ordinal
# day are taken for their first instant. The basic form of a complete instant (20151127T100000Z, as valid) is refused.
# Whoever cuts the date off by mistake loses the waiting time, not the deployment.
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
    <dependency><groupId>org.camunda.bpm</groupId><artifactId>camunda-engine</artifactId><version>7.24.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;

public class Finding {
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Date now = Date.from(Instant.parse("2015-11-27T09:00:00Z"));
        for (String text : new String[] {"2015-11-27T10:00:00Z", "T10:00", "2015", "2015-W48", "2015-331", "20151127T100000Z"}) {
            try {
                System.out.println(text + " -> " + new DueDateBusinessCalendar().resolveDuedate(text, now).toInstant());
            } catch (ProcessEngineException e) {
                System.out.println(text + " -> refused");
            }
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
2015-11-27T10:00:00Z -> 2015-11-27T10:00:00Z
T10:00 -> 1970-01-01T10:00:00Z
2015 -> 2015-01-01T00:00:00Z
2015-W48 -> 2015-11-23T00:00:00Z
2015-331 -> 2015-11-27T00:00:00Z
20151127T100000Z -> refused
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
