#!/usr/bin/env bash
# spring-tx 6.2.12, TransactionSynchronization.
# A synchronization that is registered while another's beforeCommit runs takes part in the transaction by half: its beforeCommit is never called,
# its beforeCompletion, afterCommit and afterCompletion are. No exception, no word in the log. So what gathers rows and writes them in beforeCommit (an
# audit record, an outbox) loses exactly what the last listener before the commit tells it, unless something had been told earlier in the same
# transaction, and reports success in afterCommit. The set is copied once before the round; each later round copies it anew.
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
    <dependency><groupId>org.springframework</groupId><artifactId>spring-jdbc</artifactId><version>6.2.12</version></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

public class Finding {

    /** Gathers what it is told and writes it in one statement before the commit. */
    static class Record implements TransactionSynchronization {
        final JdbcTemplate jdbc;
        final List<Object[]> told = new ArrayList<>();

        Record(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        void tell(String line) {
            if (told.isEmpty()) {
                TransactionSynchronizationManager.registerSynchronization(this);
            }
            told.add(new Object[] {line});
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            jdbc.batchUpdate("insert into record values (?)", told);
        }

        @Override
        public void afterCommit() {
            System.out.println("  afterCommit of the record: " + told.size() + " told");
        }
    }

    public static void main(String[] args) {
        var source = new DriverManagerDataSource("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1");
        var jdbc = new JdbcTemplate(source);
        jdbc.execute("create table record (line varchar)");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (boolean early : new boolean[] {true, false}) {
            System.out.println(early ? "told during the transaction, and once more before the commit" : "told before the commit alone");
            jdbc.execute("delete from record");
            transaction.executeWithoutResult(status -> {
                Record record = new Record(jdbc);
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        record.tell("what a listener says last");
                    }
                });
                if (early) {
                    record.tell("what a step says");
                }
            });
            System.out.println("  written: " + jdbc.queryForObject("select count(*) from record", Integer.class));
        }
    }
}
JAVA
cat > expected.txt <<'TEXT'
told during the transaction, and once more before the commit
  afterCommit of the record: 2 told
  written: 2
told before the commit alone
  afterCommit of the record: 1 told
  written: 0
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
