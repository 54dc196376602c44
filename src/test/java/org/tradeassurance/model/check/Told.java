package org.tradeassurance.model.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.DeployedTables;

/** What models and code tell each other beyond names of tables and beans: four lists, which {@code ToldTest} holds against the code. */
final class Told {

    /** What each task, or message, is told by the model and answers it, by variables. */
    private static final Map<String, Task> TASKS = tasks();

    /** Where each message must be heard: money or goods wait there. */
    static final List<Catch> CATCHES = lines("awaited")
            .map(line -> new Catch(line[0], line[1], line[2], line[3]))
            .toList();

    /** Which date of an order each timer waits for. */
    static final List<Date> DATES = lines("dates")
            .map(line -> new Date(line[0], line[1], line[2], line[3]))
            .toList();

    private static final Map<String, Set<String>> FACTS =
            lines("facts").collect(Collectors.toMap(line -> line[0], line -> words(line[1])));

    private Told() {}

    /** @param answers by name; the words that an answer may be, null where it may be anything */
    record Task(Set<String> told, Map<String, @Nullable Set<String>> answers) {

        /** What it cannot do without; with a question mark in the list it can. */
        Set<String> needed() {
            return told.stream().filter(name -> !name.endsWith("?")).collect(Collectors.toSet());
        }

        Set<String> read() {
            return told.stream().map(name -> name.replace("?", "")).collect(Collectors.toSet());
        }
    }

    record Catch(String message, String process, String element, String then) {}

    /** @param row of the table that says how many days */
    record Date(String date, String process, String element, String row) {}

    /** Of a bean, a user task or a message; nothing for whoever is not listed. */
    static Task of(@Nullable String who) {
        return TASKS.getOrDefault(String.valueOf(who), new Task(Set.of(), Map.of()));
    }

    static Map<String, Task> all() {
        return TASKS;
    }

    /** What the forms of a process may show. */
    static Set<String> facts(String process) {
        return Stream.of("*", process)
                .map(one -> FACTS.getOrDefault(one, Set.of()))
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Map<String, Set<String>> facts() {
        return FACTS;
    }

    private static Map<String, Task> tasks() {
        Map<String, Task> tasks = new TreeMap<>();
        lines("told").forEach(line -> tasks.put(line[0], new Task(words(line[1]), answers(words(line[2])))));
        return tasks;
    }

    /** {@code name}, {@code name:WORD|WORD}, or {@code =table} for all inputs of a table. */
    private static Map<String, @Nullable Set<String>> answers(Set<String> written) {
        Map<String, @Nullable Set<String>> answers = new TreeMap<>();
        for (String one : written) {
            if (one.startsWith("=")) {
                Objects.requireNonNull(DeployedTables.contract(one.substring(1)), one)
                        .inputs()
                        .keySet()
                        .forEach(input -> answers.put(input, null));
                answers.put("onDate", null);
            } else {
                String[] parts = one.split(":", -1);
                answers.put(parts[0], parts.length == 1 ? null : Set.of(parts[1].split("\\|", -1)));
            }
        }
        return answers;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String[]> lines(String name) {
        try (InputStream list = Told.class.getResourceAsStream(name + ".csv")) {
            return new String(Objects.requireNonNull(list, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
