package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OrderStatus;

/** The order view has a word in both languages for every fact and code that the code can write. */
class OrderWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/tradeassurance");
    private static final Path WORDS = Path.of("src/main/resources/static/orders/assets/words.js");

    @Test
    void everyFactHasItsWord() {
        assertThat(words("ACTIONS"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Fact.values()).map(Fact::action).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "order/Contract, PaymentMethod",
        "order/Contract, CoverageMode",
        "order/Completeness, Module",
        "order/Order, AccountType",
        "order/Order, State",
        "order/Origin, Origin",
        "order/Party, Party",
        "export/ExportOrder, Status",
        "payment/Remittance, State",
        "dispute/Dispute, Kind",
        "dispute/Dispute, Outcome",
        "supplier/Complaint, Kind"
    })
    void everyCodeHasItsWord(String file, String type) throws IOException {
        String body = all("(?s)enum " + type + " \\{(.*?)[;}]", Files.readString(SOURCES.resolve(file + ".java")))
                .findFirst()
                .orElseThrow();
        assertThat(words("CODES"))
                .containsAll(all("(?m)^\\s*([A-Z][A-Z_]+)\\b", body).toList());
    }

    @Test
    void everyStepAndEveryThingThatAPartyMayDoHasItsWord() {
        assertThat(words("CODES"))
                .containsAll(Stream.of(OrderStatus.Step.values())
                        .map(step -> "STEP_" + step)
                        .toList());
        assertThat(words("POSSIBLE"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Action.values()).map(Action::segment).toList());
    }

    @Test
    void everyStatusSaysWhatComesNext() throws IOException {
        String next = Files.readString(WORDS.resolveSibling("next.js"));
        assertThat(OrderStatus.values()).allSatisfy(code -> assertThat(next).contains("\n  " + code + ": "));
        assertThat(words("WORDS")).containsAll(all("'(next[A-Z]\\w+)'", next).toList());
    }

    private static Set<String> words(String list) {
        try {
            String entries = all("(?s)const " + list + " = \\{(.*?)\\n};", Files.readString(WORDS))
                    .findFirst()
                    .orElseThrow();
            return new TreeSet<>(all("(?:^|[,\\s])'?([\\w-]+)'?: \\['[^']+', '[^']*\\p{IsHan}[^']*']", entries)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }
}
