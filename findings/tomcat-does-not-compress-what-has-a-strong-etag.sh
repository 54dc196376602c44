#!/usr/bin/env bash
# tomcat-embed-core 10.1.61, connector with compression=on (Spring Boot: server.compression.enabled).
# An answer with a strong ETag leaves uncompressed, without a word in the log, since a compressed body would be another representation; with a weak
# ETag or none the same body is compressed. An API whose versions are strong ETags (for If-Match) has compression switched on and gets none
# for just its large answers. noCompressionStrongETag=false or a weak tag changes it.
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
    <dependency><groupId>org.apache.tomcat.embed</groupId><artifactId>tomcat-embed-core</artifactId><version>10.1.61</version><exclusions><exclusion><groupId>org.apache.tomcat</groupId><artifactId>tomcat-annotations-api</artifactId></exclusion></exclusions></dependency>
  </dependencies>
</project>
XML
mvn -q --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'JAVA'
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.catalina.startup.Tomcat;

public class Finding {
    public static class Answer extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            String tag = request.getHeader("Wanted-Tag");
            if (!tag.equals("none")) {
                response.setHeader("ETag", tag);
            }
            response.getWriter().write("\"" + "x".repeat(9000) + "\"");
        }
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("base");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("compression", "on");
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "answer", new Answer());
        context.addServletMappingDecoded("/", "answer");
        tomcat.start();
        for (String tag : new String[] {"none", "W/\"3\"", "\"3\""}) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/"))
                    .header("Accept-Encoding", "gzip")
                    .header("Wanted-Tag", tag)
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            System.out.println("ETag " + tag + ": " + answer.headers().firstValue("Content-Encoding").orElse("not compressed"));
        }
        System.exit(0);
    }
}
JAVA
cat > expected.txt <<'TEXT'
ETag none: gzip
ETag W/"3": gzip
ETag "3": not compressed
TEXT
java -cp "lib/*" Finding.java 2>/dev/null > seen.txt
cat seen.txt
diff expected.txt seen.txt && echo 'as described'
