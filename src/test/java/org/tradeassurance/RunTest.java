package org.tradeassurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** {@code ./mvnw spring-boot:run} compiles what it needs and nothing else: gates and tests come after the phase that it goes as far as. */
class RunTest {

    private static final List<String> OF_RUN = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile");

    @Test
    void noGateIsBoundToAPhaseOfTheRun() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        assertThat(texts(pom, "phase"))
                .contains("process-test-classes", "prepare-package")
                .filteredOn(OF_RUN::contains)
                .as("what stands there keeps the run from compiling tests")
                .containsExactly("initialize");
        assertThat(texts(pom, "source")).singleElement().asString().contains("spring-boot:run", "maven.test.skip");
    }

    private static List<String> texts(Document pom, String element) {
        NodeList found = pom.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
