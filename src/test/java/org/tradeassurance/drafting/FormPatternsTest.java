package org.tradeassurance.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/** Forms cannot share the patterns of the code, so they repeat them. */
@Tag("core")
class FormPatternsTest {

    private static final Pattern WRITTEN = Pattern.compile("\"pattern\": \"([^\"]*)\"");

    @Test
    @DisplayName("Money, countries and order numbers are written in forms as they are in requests")
    void formsTakeWhatRequestsTake() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            List<String> patterns = forms.flatMap(FormPatternsTest::patterns).toList();
            assertThat(patterns)
                    .isNotEmpty()
                    .allSatisfy(pattern -> assertThat(pattern)
                            .isIn(
                                    Fields.AMOUNT_FORMAT,
                                    Money.FORMAT,
                                    Drafts.COUNTRY_FORMAT,
                                    "^" + OrderNo.FORMAT + "$",
                                    "^RF-\\d{1,18}$", // a refund's number
                                    "^[1-9]\\d{0,3}$")); // days
        }
    }

    /** In one spelling. */
    private static Stream<String> patterns(Path form) {
        try {
            return WRITTEN.matcher(Files.readString(form))
                    .results()
                    .map((MatchResult found) -> found.group(1)
                            .replace("\\\\", "\\")
                            .replace("[0-9]", "\\d")
                            .replace("[.]", "\\."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
