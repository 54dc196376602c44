package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule and every acceptance example of the rule catalogue stands in a test; {@code target/rulebook.txt} lists which. */
class RuleCoverageTest {

    /** How many acceptance examples ({@code AC-}) and rules each group has, and the number of its first rule. */
    private record Group(String name, int examples, int firstRule, int rules) {}

    private static final List<Group> GROUPS = List.of(
            new Group("ACT", 0, 1, 8),
            new Group("GEN", 0, 1, 9),
            new Group("ELG", 5, 1, 9),
            new Group("NEG", 4, 1, 12),
            new Group("DRF", 0, 1, 12),
            new Group("AMT", 5, 1, 5),
            new Group("COV", 0, 1, 7),
            new Group("QTA", 6, 1, 10),
            new Group("ST", 0, 0, 14),
            new Group("TR", 0, 1, 23),
            new Group("PAY", 4, 1, 9),
            new Group("PAY", 0, 20, 4),
            new Group("TOL", 7, 1, 6),
            new Group("FEE", 4, 1, 0),
            new Group("EXP", 0, 1, 6),
            new Group("SHP", 5, 1, 7),
            new Group("BAL", 0, 1, 3),
            new Group("RCV", 5, 1, 4),
            new Group("FBK", 4, 1, 6),
            new Group("PNT", 4, 1, 3),
            new Group("CRD", 0, 1, 4),
            new Group("VIO", 6, 1, 7),
            new Group("UI", 0, 1, 8),
            new Group("AMB", 0, 1, 32),
            new Group("PRM", 0, 1, 25));

    /** Rules that say how the world outside is: there is nothing here that could be right or wrong about them. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "ACT-07", "the analyst edits models: the model tests are the check of what comes of it",
            "GEN-01", "what the service is: its parts are the other rules",
            "GEN-04", "the supplier withdraws money at the export service; the application holds none back",
            "GEN-05", "what is guaranteed is judged by people in a dispute (TR-22)",
            "EXP-06", "facts about the export service without an effect on the process",
            "PAY-07", "the supplier sees and withdraws money at the export service",
            "SHP-06", "financing and logistics are offered by others",
            "UI-08", "product pages and mini-sites are the marketplace's",
            "AMB-24", "one code has several texts in the manual; ST-00..11 say which one is shown");

    private static final Pattern MENTION = Pattern.compile("(AC-)?\\b([A-Z]{2,3})-(\\d{1,2})(?:\\.\\.(\\d{1,2}))?");

    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|Property|ArchTest)\\b[\\s\\S]*?void (\\w+)\\(");

    @Test
    void everyRuleAndEveryExampleHasATest() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        ids().forEach(id -> tests.put(id, new TreeSet<>()));
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                    .filter(path -> !path.endsWith("RuleCoverageTest.java"))
                    .toList()) {
                read(file, tests);
            }
        }
        List<String> report = new ArrayList<>();
        tests.forEach((id, found) ->
                report.add("%-9s %s".formatted(id, found.isEmpty() ? OUTSIDE.get(id) : String.join(", ", found))));
        Files.write(Path.of("target", "rulebook.txt"), report);

        assertThat(tests)
                .allSatisfy((id, found) ->
                        assertThat(found.isEmpty()).as("%s has no test", id).isEqualTo(OUTSIDE.containsKey(id)));
    }

    private static Stream<String> ids() {
        return GROUPS.stream()
                .flatMap(group -> Stream.concat(
                        IntStream.rangeClosed(1, group.examples())
                                .mapToObj(number -> "AC-%s-%d".formatted(group.name(), number)),
                        IntStream.range(group.firstRule(), group.firstRule() + group.rules())
                                .mapToObj(number -> "%s-%02d".formatted(group.name(), number))));
    }

    /** A test method is what stands between the ends of two methods; ids in its annotations, tables and body are its own. */
    private static void read(Path file, Map<String, Set<String>> tests) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".java", "");
        for (String method : Files.readString(file).split("\n    }\n", -1)) {
            Matcher test = TEST.matcher(method);
            if (test.find()) {
                mentioned(method).forEach(id -> {
                    Set<String> found = tests.get(id);
                    if (found != null) {
                        found.add(name + "." + test.group(1));
                    }
                });
            }
        }
    }

    /** {@code TOL-05}, or all of {@code TOL-01..03}. */
    private static Stream<String> mentioned(String text) {
        return MENTION.matcher(text).results().flatMap(found -> {
            int first = Integer.parseInt(found.group(3));
            int last = found.group(4) == null ? first : Integer.parseInt(found.group(4));
            String format = found.group(1) == null ? "%s-%02d" : "AC-%s-%d";
            return IntStream.rangeClosed(first, Math.max(first, last))
                    .mapToObj(number -> format.formatted(found.group(2), number));
        });
    }
}
