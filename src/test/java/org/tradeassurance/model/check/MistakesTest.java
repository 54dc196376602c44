package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst may do wrong, one thing at a time, and the one line that is said about it; what is right passes without a word. */
class MistakesTest {

    static Stream<Mistake> mistakes() throws IOException {
        return Mistake.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("One fault is one line, in English and in Chinese, which names the place")
    void oneFaultIsOneLine(Mistake mistake, @TempDir Path folder) throws IOException {
        copy("processes", folder);
        copy("forms", folder);
        mistake.make(folder);

        ModelCheck check = ModelCheck.of(folder);
        assertThat(check.lines(Locale.ENGLISH).stream().map(MistakesTest::anyLine))
                .containsExactlyElementsOf(mistake.lines());
        assertThat(check.lines(Locale.CHINESE))
                .hasSameSizeAs(mistake.lines())
                .allSatisfy(line -> assertThat(line).matches("\\[\\p{IsHan}+] .*\\p{IsHan}.*"));
        assertThat(String.join("\n", check.lines(Locale.ENGLISH)))
                .doesNotContain("org.", "java.", "null", "@")
                .doesNotContainPattern("\\{\\d}");
    }

    /** Where in a diagram's file something stands changes with every save. */
    private static String anyLine(String line) {
        return line.contains(".bpmn") ? line.replaceAll("(line|lines) [\\d, ]+", "$1 #") : line;
    }

    static void copy(String part, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(part));
        try (Stream<Path> files = Files.list(Path.of(part))) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
            }
        }
    }
}
