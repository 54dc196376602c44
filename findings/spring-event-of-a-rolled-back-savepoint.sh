#!/usr/bin/env bash
# spring-tx 6.2.19. An event that is published inside of a nested transaction (PROPAGATION_NESTED, a savepoint) is delivered to
# @TransactionalEventListener methods with the outer commit, BEFORE_COMMIT and AFTER_COMMIT alike, although the nested one was rolled back: the
# listener hears of a row that is not there. AFTER_ROLLBACK is not called either. Synchronizations belong to the outer transaction; since 6.2 one of our
# own can tell by savepointRollback, the listeners of events do not.
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
    <dependency><groupId>org.springframework</groupId><artifactId>spring-jdbc</artifactId><version>6.2.19</version></dependency>
    <dependency><groupId>org.springframework</groupId><artifactId>spring-context</artifactId><version>6.2.19</version></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

public class Finding {
    record Inserted(String what) {}

    public static class Listener {
        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        public void before(Inserted event) {
            System.out.println("before commit: " + event.what());
        }

        @TransactionalEventListener
        public void after(Inserted event) {
            System.out.println("after commit: " + event.what());
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
        public void rolledBack(Inserted event) {
            System.out.println("after rollback: " + event.what());
        }
    }

    @Configuration
    @EnableTransactionManagement
    public static class Setup {
        @Bean
        public DataSource source() {
            return new SingleConnectionDataSource("jdbc:h2:mem:finding", "sa", "", true);
        }

        @Bean
        public PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        public Listener listener() {
            return new Listener();
        }
    }

    public static void main(String[] args) {
        var context = new AnnotationConfigApplicationContext(Setup.class);
        var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        jdbc.execute("create table thing (name text)");
        var outer = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        var nested = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        outer.executeWithoutResult(o -> nested.executeWithoutResult(status -> {
            jdbc.update("insert into thing values ('row')");
            context.publishEvent(new Inserted("row inserted"));
            status.setRollbackOnly();
        }));
        System.out.println("rows: " + jdbc.queryForObject("select count(*) from thing", Integer.class));
    }
}
JAVA
cat > expected.txt <<'TEXT'
before commit: row inserted
after commit: row inserted
rows: 0
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
