package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule and every acceptance example of the catalogue ({@code src/docs/rules.md}) stands in a test, or among the examples beside a table; {@code target/rulebook.txt} lists which. */
class RuleCoverageTest {

    private static final Path CATALOGUE = Path.of("src/docs/rules.md");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| ((?:AC-)?[A-Z]{2,3}-\\d{1,2}) \\| (.+?) \\|");
    private static final String OUTSIDE = "## Outside of the application";
    private static final List<String> NAMING = List.of("src/main", "src/test/java", "processes", "forms");

    private static final Pattern MENTION = Pattern.compile("(AC-)?\\b([A-Z]{2,3})-(\\d{1,2})(?:\\.\\.(\\d{1,2}))?");

    private static final Pattern TEXTS =
            Pattern.compile("\\.(java|bpmn|dmn|form|sql|yaml|yml|properties|csv|md|js|html)$");

    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|Property|ArchTest)\\b[\\s\\S]*?void (\\w+)\\(");

    @Test
    void everyRuleAndEveryExampleHasATest() throws IOException {
        String catalogue = Files.readString(CATALOGUE);
        int outside = catalogue.indexOf(OUTSIDE);
        int examples = catalogue.indexOf("\n## ", outside);
        Map<String, String> reasons = lines(catalogue.substring(outside, examples));
        Map<String, Set<String>> tests = new TreeMap<>();
        lines(catalogue.substring(0, outside) + catalogue.substring(examples))
                .keySet()
                .forEach(id -> tests.put(id, new TreeSet<>()));
        for (Path file : files("src/test/java", "Test.java")) {
            read(file, tests);
        }
        for (Path beside : files("processes", ".csv")) {
            String name = String.valueOf(beside.getFileName());
            mentioned(Files.readString(beside))
                    .filter(tests::containsKey)
                    .forEach(id -> Objects.requireNonNull(tests.get(id)).add(name));
        }
        List<String> report = new ArrayList<>();
        tests.forEach((id, found) ->
                report.add("%-9s %s".formatted(id, found.isEmpty() ? reasons.get(id) : String.join(", ", found))));
        Files.write(Path.of("target", "rulebook.txt"), report);

        assertThat(tests)
                .allSatisfy((id, found) ->
                        assertThat(found.isEmpty()).as("%s has no test", id).isEqualTo(reasons.containsKey(id)));
    }

    @Test
    void everyIdThatIsNamedHasItsLineInTheCatalogue() throws IOException {
        Set<String> known = lines(Files.readString(CATALOGUE)).keySet();
        Set<String> groups =
                known.stream().map(id -> id.replaceFirst("-\\d+$", "")).collect(Collectors.toUnmodifiableSet());
        Map<String, String> unknown = new TreeMap<>();
        for (String place : NAMING) {
            for (Path file : files(place, "")) {
                mentioned(Files.readString(file))
                        .filter(id -> groups.contains(id.replaceFirst("-\\d+$", "")) && !known.contains(id))
                        .forEach(id -> unknown.put(id, file.toString()));
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static Map<String, String> lines(String catalogue) {
        Map<String, String> lines = new TreeMap<>();
        LINE.matcher(catalogue).results().forEach(line -> lines.put(line.group(1), line.group(2)));
        return lines;
    }

    private static List<Path> files(String place, String end) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            return files.filter(path -> TEXTS.matcher(path.toString()).find()
                            && path.toString().endsWith(end)
                            && !path.endsWith("RuleCoverageTest.java"))
                    .toList();
        }
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
