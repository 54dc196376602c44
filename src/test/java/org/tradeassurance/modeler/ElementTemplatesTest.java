package org.tradeassurance.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Modeler offers is what the business has. */
class ElementTemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> files() {
        return ElementTemplates.files().keySet();
    }

    @Test
    @DisplayName("Templates are those of desks, models and tables; -Dtemplates.write=true writes them anew")
    void templatesAreThoseOfDesksModelsAndTables() throws IOException {
        Map<String, String> files = ElementTemplates.files();
        if (Boolean.getBoolean("templates.write")) {
            Files.createDirectories(ElementTemplates.FOLDER);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(ElementTemplates.FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        try (Stream<Path> kept = Files.list(ElementTemplates.FOLDER)) {
            assertThat(kept.collect(Collectors.toMap(file -> file.getFileName().toString(), Modeler::text)))
                    .as(
                            "stale templates; to write them: ./mvnw test -Dtest=ElementTemplatesTest -Dtemplates.write=true")
                    .containsExactlyInAnyOrderEntriesOf(files);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aTemplateKeepsToTheSchemaOfTheModeler(String file) throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("/modeler/element-templates-0.22.1.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                    .getSchema(JSON.readTree(Objects.requireNonNull(stream)));
            JsonNode templates = JSON.readTree(
                    Objects.requireNonNull(ElementTemplates.files().get(file)));
            assertThat(schema.validate(templates)).isEmpty();
        }
    }
}
