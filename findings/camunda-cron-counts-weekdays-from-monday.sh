#!/usr/bin/env bash
# camunda-engine 7.24.0, timer cycles as cron expressions.
# The notation takes what only Quartz has (a question mark, L, W, #) but not Quartz' numbers of weekdays: 1 is Monday, 0 and 7 are Sunday, where Quartz
# has 1 for Sunday and 7 for Saturday. A weekly job copied from a Quartz schedule runs a day late, without a word. Quartz' seventh field, the
# year, is refused. Names (MON) mean the same in both.
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
    <dependency><groupId>org.quartz-scheduler</groupId><artifactId>quartz</artifactId><version>2.5.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.quartz.CronExpression;

public class Finding {
    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var format = new SimpleDateFormat("EEE yyyy-MM-dd", Locale.ENGLISH);
        Date friday = new SimpleDateFormat("yyyy-MM-dd").parse("2015-11-27");
        for (String cron : new String[] {"0 0 0 ? * 1", "0 0 0 ? * 7", "0 0 0 ? * MON", "0 0 0 1 1 ? 2020"}) {
            String camunda;
            try {
                camunda = format.format(new CycleBusinessCalendar().resolveDuedate(cron, friday, 0));
            } catch (ProcessEngineException e) {
                camunda = "refused";
            }
            System.out.println(cron + ": Camunda " + camunda + ", Quartz " + format.format(new CronExpression(cron).getNextValidTimeAfter(friday)));
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
0 0 0 ? * 1: Camunda Mon 2015-11-30, Quartz Sun 2015-11-29
0 0 0 ? * 7: Camunda Sun 2015-11-29, Quartz Sat 2015-11-28
0 0 0 ? * MON: Camunda Mon 2015-11-30, Quartz Mon 2015-11-30
0 0 0 1 1 ? 2020: Camunda refused, Quartz Wed 2020-01-01
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
