package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tradeassurance.model.check.ModelCheck;

/** The analysts' check of {@code processes} and {@code forms}: {@code ./mvnw -q surefire:test@models}, in the language of the machine or of {@code -Dcheck.language}. */
@DisplayName("The files of processes and forms")
class ModelCheckTest {

    @Test
    @DisplayName("are as they must be")
    void areAsTheyMustBe() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<String> lines = ModelCheck.of(Path.of("")).lines(language());
        lines.forEach(System.out::println);
        if (!lines.isEmpty()) {
            AssertionError error = new AssertionError("Findings: %d, a line each above".formatted(lines.size()));
            error.setStackTrace(new StackTraceElement[0]);
            throw error;
        }
        assertThat(lines).isEmpty();
    }

    private static Locale language() {
        return Locale.forLanguageTag(
                System.getProperty("check.language", Locale.getDefault().getLanguage()));
    }
}
