#!/usr/bin/env bash
# camunda-engine 7.24.0, timer cycle R/2015-01-31T00:00:00/P1M.
# Each date is counted from the one before, not from the start: after one February a timer of the 31st fires on the 28th for ever
# (ISO 8601 repeats the interval from its start). A month's end wants a cron expression with L.
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
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;

public class Finding {
    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var day = new SimpleDateFormat("yyyy-MM-dd");
        var calendar = new CycleBusinessCalendar();
        Date due = day.parse("2015-01-31");
        for (int i = 0; i < 4; i++) {
            due = calendar.resolveDuedate("R/2015-01-31T00:00:00/P1M", due, 0);
            System.out.println(day.format(due));
        }
        due = day.parse("2015-01-31");
        for (int i = 0; i < 3; i++) {
            due = calendar.resolveDuedate("0 0 0 L * ?", due, 0);
            System.out.println("L " + day.format(due));
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
2015-02-28
2015-03-28
2015-04-28
2015-05-28
L 2015-02-28
L 2015-03-31
L 2015-04-30
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
