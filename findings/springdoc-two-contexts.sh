#!/usr/bin/env bash
# springdoc-openapi 2.8.17 (swagger-core 2.2.47), Spring Boot 3.5.16. Two applications in one JVM, each with the ModelResolver bean that springdoc's
# guide recommends for names in JSON: the first writes camelCase, the second snake_case. Asked for its description after the second has started,
# the first still answers in camelCase and describes itself in snake_case. swagger-core's ModelConverters are known to the whole JVM, and
# springdoc's ModelConverterRegistrar takes those of the same class out for its own: the context that started last draws for all. It
# meets tests with several contexts above all.
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
    <dependency><groupId>org.springdoc</groupId><artifactId>springdoc-openapi-starter-webmvc-api</artifactId><version>2.8.17</version></dependency>
    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

public class Finding {
    public record Shop(int openedIn) {}

    @RestController
    public static class Shops {
        @GetMapping("/shop")
        public Shop shop() {
            return new Shop(2015);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    public static class Application {
        @Bean
        public Shops shops() {
            return new Shops();
        }

        @Bean
        public ModelResolver modelResolver(ObjectMapper json) {
            return new ModelResolver(json);
        }
    }

    static ConfigurableApplicationContext started(String names) {
        return SpringApplication.run(
                Application.class,
                "--spring.jackson.property-naming-strategy=" + names,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=off");
    }

    static String name(ConfigurableApplicationContext application, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return body.contains("\"openedIn\"") ? "openedIn" : body.contains("\"opened_in\"") ? "opened_in" : body;
    }

    public static void main(String[] args) throws Exception {
        var first = started("LOWER_CAMEL_CASE");
        if (args[0].equals("beside a second")) {
            started("SNAKE_CASE");
        }
        System.out.println(args[0] + ": answers " + name(first, "/shop") + ", describes " + name(first, "/v3/api-docs"));
        System.exit(0);
    }
}
JAVA
cat > expected.txt <<'TEXT'
alone: answers openedIn, describes openedIn
beside a second: answers openedIn, describes opened_in
TEXT
for which in 'alone' 'beside a second'; do
  java -cp "lib/*" Finding.java "$which" 2>/dev/null
done > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
