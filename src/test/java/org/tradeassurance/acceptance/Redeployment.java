package org.tradeassurance.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** What an analyst changes: cells of tables, lines of models, deployed together; closed, new orders find them as they were. */
public final class Redeployment implements AutoCloseable {

    private final RepositoryService repository;
    private final Map<String, String> changed = new HashMap<>();
    private String before = "";

    public Redeployment(RepositoryService repository) {
        this.repository = repository;
    }

    /** Gives an output cell, named by its id, another content. */
    public Redeployment cell(String table, String id, String content) {
        return replace(table, "(?s)(<outputEntry id=\"" + id + "\">\\s*<text>).*?(</text>)", "$1" + content + "$2");
    }

    Redeployment replace(String table, String pattern, String replacement) {
        String before = changed.getOrDefault(table, read(file(table)));
        Matcher matcher = Pattern.compile(pattern).matcher(before);
        if (!matcher.find()) {
            throw new IllegalArgumentException(table + " has no " + pattern);
        }
        changed.put(table, matcher.replaceFirst(replacement));
        return this;
    }

    private static Path file(String name) {
        Path table = Path.of("processes", name + ".dmn");
        return Files.exists(table) ? table : Path.of("processes", name + ".bpmn");
    }

    /** As before a release that brought the table. */
    Redeployment without(String table) {
        changed.put(table, "");
        return this;
    }

    public Redeployment deploy() {
        DeploymentBuilder builder = repository.createDeployment().name("changed by an analyst");
        Stream.concat(files("processes").stream(), files("forms").stream()).forEach(file -> add(builder, file));
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
        String name = file.getFileName().toString();
        String text = changed.getOrDefault(name.replaceFirst("[.](dmn|bpmn)$", ""), read(file));
        if (!text.isEmpty()) {
            builder.addString(name, text);
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
    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> !file.getFileName().toString().matches("(remind|review|escalate|pay)-.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
