package org.tradeassurance.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.util.FileSystemUtils;
import org.tradeassurance.model.check.ModelCheck;

/** What an analyst changes: cells of tables, lines of models, deployed together; closed, new orders find them as they were. */
public final class Redeployment implements AutoCloseable {

    private final RepositoryService repository;
    private final Map<String, String> changed = new HashMap<>();
    private final Map<String, String> added = new HashMap<>();
    private String before = "";

    public Redeployment(RepositoryService repository) {
        this.repository = repository;
    }

    /** Gives an output cell, named by its id, another content. */
    public Redeployment cell(String table, String id, String content) {
        return replace(table, "(?s)(<outputEntry id=\"" + id + "\">\\s*<text>).*?(</text>)", "$1" + content + "$2");
    }

    /** Adds a row behind the others, with the cells in the sequence of the table's columns. */
    public Redeployment row(String table, String id, String annotation, String... cells) {
        String before = changed.getOrDefault(table, read(file(table)));
        long inputs = Pattern.compile("<input ").matcher(before).results().count();
        StringBuilder row =
                new StringBuilder("<rule id=\"rule_%s\"><description>%s</description>".formatted(id, annotation));
        for (int cell = 0; cell < cells.length; cell++) {
            String kind = cell < inputs ? "inputEntry" : "outputEntry";
            row.append("<%s id=\"cell_%s%d\"><text>%s</text></%s>".formatted(kind, id, cell, cells[cell], kind));
        }
        return replace(table, "</decisionTable>", Matcher.quoteReplacement(row + "</rule></decisionTable>"));
    }

    public Redeployment replace(String table, String pattern, String replacement) {
        Path file = file(table);
        String before = changed.getOrDefault(nameOf(file), read(file));
        Matcher matcher = Pattern.compile(pattern).matcher(before);
        if (!matcher.find()) {
            throw new IllegalArgumentException(table + " has no " + pattern);
        }
        changed.put(nameOf(file), matcher.replaceFirst(replacement));
        return this;
    }

    Redeployment edit(String table, UnaryOperator<String> change) {
        Path file = file(table);
        changed.compute(nameOf(file), (name, text) -> change.apply(text == null ? read(file) : text));
        return this;
    }

    private static Path file(String name) {
        return Stream.of("processes/%s", "processes/%s.dmn", "processes/%s.bpmn", "forms/%s.form")
                .map(path -> Path.of(path.formatted(name)))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** A form that there was not. */
    Redeployment form(String name, String content) {
        added.put(name + ".form", content);
        return this;
    }

    /** What the analysts' check says of the files as they are now. */
    List<String> findings() {
        try {
            Path folder = Files.createTempDirectory("changed");
            for (String part : List.of("processes", "forms")) {
                Files.createDirectories(folder.resolve(part));
                for (Path file : all(part)) {
                    Files.writeString(folder.resolve(file), changed.getOrDefault(nameOf(file), read(file)));
                }
            }
            for (Map.Entry<String, String> form : added.entrySet()) {
                Files.writeString(folder.resolve("forms").resolve(form.getKey()), form.getValue());
            }
            List<String> lines = ModelCheck.of(folder).lines(Locale.ENGLISH);
            FileSystemUtils.deleteRecursively(folder);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of it would stop an order: house rules and hints left out. */
    List<String> stops() {
        return findings().stream()
                .filter(line -> line.startsWith("[stops orders]"))
                .toList();
    }

    /** As before a release that brought the table. */
    Redeployment without(String table) {
        changed.put(nameOf(file(table)), "");
        return this;
    }

    public Redeployment deploy() {
        DeploymentBuilder builder = repository.createDeployment().name("changed by an analyst");
        Stream.concat(files("processes").stream(), files("forms").stream()).forEach(file -> add(builder, file));
        added.forEach(builder::addString);
        if (before.isEmpty()) {
            before = newest();
        }
        builder.deploy();
        return this;
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("trade-order")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }

    private void add(DeploymentBuilder builder, Path file) {
        String text = changed.getOrDefault(nameOf(file), read(file));
        if (!text.isEmpty()) {
            builder.addString(nameOf(file), text);
        }
    }

    @Override
    public void close() {
        if (!before.isEmpty()) {
            repository
                    .createDeployment()
                    .name("put back")
                    .addDeploymentResources(before)
                    .deploy();
        }
    }

    /** All but the models that belong to no order: they start by a timer, or outlive the order whose refund they pay. */
    private List<Path> files(String folder) {
        return all(folder).stream()
                .filter(file -> file.toString().matches(".*[.](bpmn|dmn|form)"))
                .filter(file -> !nameOf(file).matches("(remind|review|escalate|pay)-.*[.]bpmn")
                        || changed.containsKey(nameOf(file)))
                .toList();
    }

    private static List<Path> all(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
