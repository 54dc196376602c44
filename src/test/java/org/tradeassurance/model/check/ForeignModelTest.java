package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as others draw them, put into the folder. */
class ForeignModelTest {

    private static final Path FOREIGN = Path.of("src/test/resources/org/tradeassurance/model/check/foreign");

    @Test
    @DisplayName("M25: a line a fault, what stops an order first, the drawing last")
    void aLineAFault(@TempDir Path folder) throws IOException {
        copy(Path.of("processes"), folder.resolve("processes"));
        copy(Path.of("forms"), folder.resolve("forms"));
        copy(FOREIGN, folder.resolve("processes"));
        List<String> expected = Files.readAllLines(FOREIGN.resolve("lines.txt"));

        assertThat(ModelCheck.of(folder).lines(Locale.ENGLISH)).containsExactlyElementsOf(expected);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
