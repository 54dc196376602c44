package org.tradeassurance.export;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The export service as {@code export-service.openapi.yaml} describes it: what the file does not know is answered 404. */
public final class ExportServiceStub {

    private static final JsonNode FILE = read();

    private ExportServiceStub() {}

    /** Takes what the file allows at a path, and answers the example of the file. */
    public static MappingBuilder takes(String path) {
        return takes(path, example(path), 0);
    }

    /** Takes what the file allows at a path, and answers after a while. */
    public static MappingBuilder takes(String path, String answer, int delayInMillis) {
        JsonNode operation = operation(path);
        JsonNode key = operation.at("/parameters/0");
        return post(path)
                .withHeader(
                        key.path("name").asText(),
                        matching(key.at("/schema/pattern").asText()))
                .withRequestBody(matchingJsonSchema(operation
                        .at("/requestBody/content/application~1json/schema")
                        .toString()))
                .willReturn(okJson(answer).withFixedDelay(delayInMillis));
    }

    static JsonNode operation(String path) {
        return FILE.path("paths").path(path).path("post");
    }

    static String example(String path) {
        return operation(path)
                .at("/responses/200/content/application~1json/example")
                .toString();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Files.readString(Path.of("src/docs/export-service.openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
