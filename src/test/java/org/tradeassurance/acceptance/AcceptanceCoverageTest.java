package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every acceptance example of the rule catalogue stands in a test; the list with its tests is written to {@code target}. */
class AcceptanceCoverageTest {

    private static final Map<String, Integer> EXAMPLES = Map.ofEntries(
            Map.entry("NEG", 4),
            Map.entry("AMT", 5),
            Map.entry("ELG", 5),
            Map.entry("QTA", 6),
            Map.entry("PAY", 4),
            Map.entry("TOL", 7),
            Map.entry("FEE", 4),
            Map.entry("SHP", 5),
            Map.entry("RCV", 5),
            Map.entry("PNT", 4),
            Map.entry("FBK", 4),
            Map.entry("VIO", 6));

    @Test
    void everyAcceptanceExampleHasATest() throws IOException {
        Map<String, List<String>> tests = new TreeMap<>();
        Map<Path, String> sources = sources();
        EXAMPLES.forEach((group, count) -> IntStream.rangeClosed(1, count).forEach(number -> {
            Pattern mentioned = mention(group, number);
            List<String> found = new ArrayList<>();
            sources.forEach((file, text) -> {
                if (mentioned.matcher(text).find()) {
                    found.add(String.valueOf(file.getFileName()).replace(".java", ""));
                }
            });
            tests.put("AC-%s-%d".formatted(group, number), found);
        }));
        StringBuilder report = new StringBuilder();
        tests.forEach((id, found) ->
                report.append(id).append(' ').append(String.join(", ", found)).append('\n'));
        Files.writeString(Path.of("target", "acceptance-examples.txt"), report);

        assertThat(tests).allSatisfy((id, found) -> assertThat(found).as(id).isNotEmpty());
    }

    /** {@code AC-SHP-5}, or the 5 of {@code AC-SHP-1..5}, or of "AC-SHP-4 and 5". */
    private static Pattern mention(String group, int number) {
        return Pattern.compile("AC-%s-%d(?!\\d)|AC-%s-\\d and %d(?!\\d)".formatted(group, number, group, number));
    }

    private static Map<Path, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Map<Path, String> sources = new TreeMap<>();
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("AcceptanceCoverageTest.java"))
                    .forEach(file -> sources.put(file, read(file)));
            return sources;
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
