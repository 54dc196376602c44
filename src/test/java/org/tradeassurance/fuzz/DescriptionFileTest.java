package org.tradeassurance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.Conformance;

/** The description that the repository keeps is the one that is served, so that a change of the interface shows in a review. */
class DescriptionFileTest extends AcceptanceTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    @DisplayName("src/docs/openapi.json is what is served; -Ddescription.write=true writes it anew")
    void theFileIsWhatIsServed() throws IOException {
        ObjectNode served = (ObjectNode) description();
        served.putArray("servers").addObject().put("url", "http://localhost:8080");
        String text = JSON.writeValueAsString(JSON.convertValue(served, Map.class)) + "\n";
        if (Boolean.getBoolean("description.write")) {
            Files.writeString(Conformance.FILE, text);
        }
        String kept = Files.readString(Conformance.FILE);
        assertThat(kept.equals(text))
                .as(
                        "The interface changed. If that is meant, write %s anew and commit it with the change:"
                                + " ./mvnw test -Dtest=DescriptionFileTest -Ddescription.write=true%nNew lines: %s",
                        Conformance.FILE,
                        text.lines()
                                .filter(line -> !kept.contains(line))
                                .limit(20)
                                .toList())
                .isTrue();
    }

    @Test
    @DisplayName("each call has a name of its own, a chapter and a sentence")
    void eachCallIsNamed() {
        List<Description.Operation> operations = new Description(description()).operations();
        assertThat(operations)
                .as("write a row for the call in src/main/resources/description.yaml")
                .allSatisfy(
                        operation -> assertThat(operation.node().path("summary").asText())
                                .as(operation.toString())
                                .endsWith("."));
        assertThat(operations)
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z]+"));
    }

    @Test
    @DisplayName("what a request must have is a field of its schema")
    void requiredFieldsExist() {
        for (JsonNode schema : description().at("/components/schemas")) {
            for (JsonNode field : schema.path("required")) {
                assertThat(schema.path("properties").has(field.asText()))
                        .as(field.asText())
                        .isTrue();
            }
        }
    }
}
