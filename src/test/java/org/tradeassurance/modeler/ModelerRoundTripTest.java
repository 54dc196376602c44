package org.tradeassurance.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst did not change does not change: a diff shows the analyst's work, not the Modeler's. */
@EnabledIf("org.tradeassurance.Chromium#isThere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelerRoundTripTest {

    private Modeler modeler;

    static List<Path> files() {
        return Modeler.files();
    }

    @BeforeAll
    void open() {
        modeler = new Modeler();
    }

    @AfterAll
    void close() {
        modeler.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("Opening and saving changes no byte; -Dmodels.write=true saves each file")
    void openingAndSavingChangesNothing(Path file) throws IOException {
        if (Boolean.getBoolean("models.write")) {
            Files.writeString(file, modeler.saved(file));
        }
        assertThat(modeler.saved(file))
                .as(
                        "%s is not as the Modeler saves it; to save it:"
                                + " ./mvnw test -Dtest=ModelerRoundTripTest -Dmodels.write=true",
                        file)
                .isEqualTo(Modeler.text(file));
    }
}
