#!/usr/bin/env bash
# camunda-bpm-spring-boot-starter 7.24.0, Spring Boot 3.5.16, H2 2.3.232. Two nodes with the same camunda.bpm.admin-user start at the same time on one database
# whose tables are there: one starts, the other ends with a violated unique key, and its application context with it. The starter looks for the
# user and for each grant and writes what is missing, each in a transaction of its own and under no lock; the engine's own start locks (tables,
# history level, deployments) do not reach that far. The barrier below stands for two pods that come up together; the second start, alone, is fine.
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
  <dependencyManagement>
    <dependencies>
      <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId><version>3.5.16</version><type>pom</type><scope>import</scope></dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency><groupId>org.camunda.bpm.springboot</groupId><artifactId>camunda-bpm-spring-boot-starter</artifactId><version>7.24.0</version></dependency>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-jdbc</artifactId></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

public class Finding {
    static CyclicBarrier together = new CyclicBarrier(1);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    public static class Node {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        public ProcessEnginePlugin waitsForTheOther() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void postProcessEngineBuild(ProcessEngine engine) {
                    try {
                        together.await(60, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    static String start(String name, String... more) {
        SpringApplication application = new SpringApplicationBuilder(Node.class)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:nodes;DB_CLOSE_DELAY=-1",
                        "camunda.bpm.process-engine-name=" + name,
                        "camunda.bpm.generate-unique-process-engine-name=false",
                        "camunda.bpm.job-execution.enabled=false",
                        "spring.main.banner-mode=off")
                .build();
        try {
            application.run(more).close();
            return "starts";
        } catch (Exception e) {
            return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
                            .anyMatch(t -> String.valueOf(t.getMessage()).contains("Unique index or primary key violation"))
                    ? "unique key violated"
                    : e.toString();
        }
    }

    public static void main(String[] arguments) {
        String[] administrator = {"--camunda.bpm.admin-user.id=root", "--camunda.bpm.admin-user.password=a-word"};
        System.out.println("tables: " + start("tables"));
        together = new CyclicBarrier(2);
        List<CompletableFuture<String>> nodes = Stream.of("one", "two")
                .map(name -> CompletableFuture.supplyAsync(() -> start(name, administrator)))
                .collect(Collectors.toList());
        System.out.println(nodes.stream().map(CompletableFuture::join).sorted().collect(Collectors.toList()));
        together = new CyclicBarrier(1);
        System.out.println("alone: " + start("three", administrator));
        System.exit(0);
    }
}
JAVA
echo '<configuration><root level="OFF"/></configuration>' > logback.xml
javac -cp 'lib/*' Finding.java
output=$(java -Dorg.springframework.boot.logging.LoggingSystem=none -cp 'lib/*:.' Finding 2>/dev/null)
expected='tables: starts
[starts, unique key violated]
alone: starts'
echo "$output"
[ "$output" = "$expected" ]
