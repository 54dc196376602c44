package org.tradeassurance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TableFactTest {

    @Test
    @DisplayName("analysts read of every fact what it is, its unit and an example")
    void everyFactIsListedForAnalysts() throws IOException {
        String page = Files.readString(Path.of("src/docs/analysts.md"));
        assertThat(TableFact.values())
                .allSatisfy(fact -> assertThat(page).contains("| `%s` | %s |".formatted(fact.column(), fact.said())));
    }
}
