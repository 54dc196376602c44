package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.process.DeployedTables;

/** The lists of what models and code tell each other say what the code does. */
class ToldTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TOLD = Pattern.compile(
            "(?:given\\.(?:text|value|number|word)|getVariable|(?:text|value|answer)\\(execution,|FormAnswers\\.\\w+\\(\\w+,)\\(?\\s*\"(\\w+)\"");
    private static final Pattern ANSWERED = Pattern.compile("\\.answer\\(\\s*\"(\\w+)\"");
    private static final Pattern SHOWN = Pattern.compile("put\\(\\s*facts,\\s*\"(\\w+)\"");

    @Test
    @DisplayName("Each task is told, and answers, what its class reads and says")
    void tasks() throws IOException {
        TreeMap<String, Set<String>> told = new TreeMap<>();
        TreeMap<String, Set<String>> answered = new TreeMap<>();
        for (String bean : Beans.tasks()) {
            String home = sourceOf(Beans.home(bean));
            told.computeIfAbsent(home, name -> new TreeSet<>())
                    .addAll(Told.of(bean).read());
            answered.computeIfAbsent(home, name -> new TreeSet<>())
                    .addAll(Told.of(bean).answers().keySet());
        }
        answered.forEach((home, names) -> names.removeAll(ofTables()));

        TreeMap<String, Set<String>> reads = new TreeMap<>();
        TreeMap<String, Set<String>> says = new TreeMap<>();
        for (String home : told.keySet()) {
            reads.put(home, new TreeSet<>(literals(home, TOLD)));
            says.put(home, new TreeSet<>(literals(home, ANSWERED)));
        }
        assertThat(told).isEqualTo(reads);
        assertThat(answered).isEqualTo(says);
    }

    @Test
    @DisplayName("The lists name tasks and messages that there are")
    void names() {
        Set<String> known = new TreeSet<>(Beans.tasks());
        known.addAll(ProcessRules.constants("MESSAGE"));
        Folder files = Folder.read(Path.of(""));
        files.processes().values().forEach(model -> Course.of(model).nodes().forEach(node -> known.add(node.getId())));
        assertThat(known).containsAll(Told.all().keySet());
        assertThat(Told.CATCHES).extracting(Told.Catch::message).containsAll(ProcessRules.constants("MESSAGE"));
        assertThat(files.of("bpmn")).containsAll(without(Told.facts().keySet(), "*"));
    }

    @Test
    @DisplayName(
            "Each date of an order that code knows is waited for somewhere; one is asked by orders of earlier models alone")
    void dates() {
        Set<String> known = new TreeSet<>(without(Beans.dates(), "shipBy.midnight"));
        // A day that the desk names, asked at three places.
        known.add("followUp.begin");
        assertThat(Told.DATES.stream().map(Told.Date::date).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    @DisplayName("Forms may show what desks are shown")
    void facts() throws IOException {
        Set<String> shown = new TreeSet<>(Set.of("amountValue", "deadline", "paused"));
        try (Stream<Path> files = Files.list(SOURCES.resolve("org/tradeassurance/tasklist"))) {
            for (Path file : files.toList()) {
                shown.addAll(found(Files.readString(file), SHOWN));
            }
        }
        shown.addAll(Set.of("openedBy", "payee", "candidates", "orders", "refunds"));
        assertThat(Told.facts().values().stream().flatMap(Collection::stream).collect(Collectors.toSet()))
                .isEqualTo(shown);
    }

    private static Set<String> ofTables() {
        return DeployedTables.asked().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of("onDate"),
                        Stream.ofNullable(DeployedTables.contract(table))
                                .flatMap(contract -> contract.inputs().keySet().stream())))
                .collect(Collectors.toSet());
    }

    /** A check of products by any task stands in their common class. */
    private static String sourceOf(Class<?> home) {
        Class<?> type = home;
        while (type.getSuperclass() != Object.class
                && !type.getSuperclass().getSimpleName().equals("RemoteTask")) {
            type = type.getSuperclass();
        }
        return type.getName().replace('.', '/') + ".java";
    }

    private static List<String> literals(String source, Pattern pattern) throws IOException {
        return found(Files.readString(SOURCES.resolve(source)), pattern);
    }

    private static List<String> found(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .toList();
    }

    private static Set<String> without(Set<String> all, String one) {
        Set<String> others = new TreeSet<>(all);
        others.remove(one);
        return others;
    }
}
