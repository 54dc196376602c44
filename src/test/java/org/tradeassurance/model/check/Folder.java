package org.tradeassurance.model.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.tradeassurance.process.DeployedTables;

/**
 * The files that analysts edit, each read once.
 *
 * @param processes those that can be read, by file
 * @param names of all files, without their ending, by it
 * @param texts of all files
 */
record Folder(
        Map<String, BpmnModelInstance> processes,
        Map<String, DmnModelInstance> tables,
        Map<String, JsonNode> forms,
        Map<String, Set<String>> names,
        Map<String, String> texts,
        List<Finding> unreadable) {

    static Folder read(Path folder) {
        Folder files = new Folder(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (String ending : List.of("bpmn", "dmn", "form", "csv", "yaml")) {
            files.names.put(ending, new HashSet<>());
        }
        files.read(folder, "processes");
        files.read(folder, "forms");
        return files;
    }

    private void read(Path folder, String part) {
        try (Stream<Path> found = Files.walk(folder.resolve(part))) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String name = part + "/" + folder.resolve(part).relativize(file);
                String ending = name.substring(name.lastIndexOf('.') + 1);
                if (names.containsKey(ending)) {
                    of(ending).add(nameOf(name));
                    read(name, ending, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String file, String ending, String text) {
        texts.put(file, text);
        switch (ending) {
            case "bpmn" -> model(file, text, Bpmn::readModelFromStream, processes);
            case "dmn" -> model(file, text, Dmn::readModelFromStream, tables);
            case "form" -> form(file, text);
            default -> {}
        }
    }

    private <M> void model(String file, String text, Function<InputStream, M> reader, Map<String, M> models) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Finding> faults = Xml.faults(file, bytes);
        if (!faults.isEmpty()) {
            unreadable.addAll(faults);
            return;
        }
        try {
            models.put(file, reader.apply(new ByteArrayInputStream(bytes)));
        } catch (ModelException e) {
            unreadable.add(Xml.invalid(file, e));
        }
    }

    private void form(String file, String text) {
        try {
            forms.put(file, new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            unreadable.add(Finding.of(Severity.STOPS, file, Place.line(line), "file.no-json"));
        }
    }

    /** The names of all files of an ending, readable or not. */
    Set<String> of(String ending) {
        return Objects.requireNonNull(names.get(ending), ending);
    }

    String text(String file) {
        return Objects.requireNonNull(texts.get(file), file);
    }

    /** With which models ask for dates of their own. */
    Set<String> words() {
        return texts.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> DeployedTables.wordsIn(file.getValue()))
                .collect(Collectors.toSet());
    }

    static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    /** A form by its name, null if there is none that can be read. */
    @Nullable
    JsonNode formOf(String name) {
        return forms.get("forms/" + name + ".form");
    }

    @Nullable
    DmnModelInstance table(String name) {
        return tables.get("processes/" + name + ".dmn");
    }
}
