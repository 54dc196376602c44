package org.tradeassurance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The files that analysts edit, read without an engine. */
final class ModelFiles {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    private ModelFiles() {}

    static List<Path> bpmn() {
        return files(PROCESSES, ".bpmn");
    }

    static List<Path> dmn() {
        return files(PROCESSES, ".dmn");
    }

    static List<Path> forms() {
        return files(FORMS, ".form");
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    static <T extends ModelElementInstance> Collection<T> elements(Path file, Class<T> type) {
        return model(file).getModelElementsByType(type);
    }

    static JsonNode form(String name) {
        return json(FORMS.resolve(name + ".form"));
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Modeler checks a model, and offers properties, for the platform that the file names. */
    static List<String> otherPlatform(Path file) {
        boolean ours = text(file)
                .contains("modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.24.0\"");
        return ours ? List.of() : List.of("saved for another platform than Camunda Platform 7.24.0");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** {@code userTask_acceptShortDeposit} becomes {@code accept-short-deposit}. */
    static String kebab(String id) {
        return id.substring(id.indexOf('_') + 1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code Ask for top-up} becomes {@code askForTopUp}. */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.replace("'s", "").split("[ -]", -1)) {
            String first = word.substring(0, 1);
            camel.append(camel.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return camel.toString();
    }
}
