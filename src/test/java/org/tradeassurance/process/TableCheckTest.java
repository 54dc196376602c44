package org.tradeassurance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as analysts may change them, and as they may not. */
class TableCheckTest {

    static List<String> tables() {
        return List.copyOf(DeployedTables.QUESTIONS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("Each table answers what the code asks it")
    void everyTableAnswers(String table) throws IOException {
        assertThat(findings(text(table))).isEmpty();
    }

    @Test
    @DisplayName("Code asks all tables")
    void everyTableIsAsked() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn")))
                    .allSatisfy(name -> assertThat(DeployedTables.QUESTIONS).containsKey(name.replace(".dmn", "")));
        }
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            covered-amount    | name="basis"                  | name="base"               | Table covered-amount, column basis is missing.
            covered-amount    | <text>"TOTAL"</text>          | <text>"TOTALS"</text>     | Table covered-amount, column basis, row rule_postDelivery: "TOTALS" is none of [DEPOSIT, TOTAL, NONE].
            auto-completion   | <text>"SEA"</text>            | <text>"SHIP"</text>       | Table auto-completion, column transport: SHIP is none of [SEA, LAND, AIR, EXPRESS].
            auto-completion   | <text>"SEA"</text>            | <text>"AIR"</text>        | Table auto-completion, column transport: no row is for SEA.
            auto-completion   | <text>transport</text>        | <text>colour</text>       | Table auto-completion, column "Transport": nobody gives colour, there is [onDate, transport].
            auto-completion   | <text>45</text>               | <text>soon</text>         |
            auto-completion   | <text>45</text>               | <text>"soon"</text>       | Table auto-completion, column days, row rule_sea: "soon" is no int.
            auto-completion   | <text>45</text>               | <text>4.5</text>          | Table auto-completion, column days, row rule_sea: 4.5 is no int.
            auto-completion   | <text>45</text>               | <text></text>             | Table auto-completion, column days, row rule_sea: nothing is no int.
            auto-completion   | <decisionTable                | <decisionTable hitPolicy="COLLECT" | Table auto-completion, hit policy: COLLECT may answer with several rows, the code takes one.
            order-deadlines   | <text>15</text>               | <text></text>             | Table order-deadlines, row rule_paymentWindow: nothing is no answer for PAYMENT_WINDOW.
            order-deadlines   | <text>"AUTO_CLOSE"</text>     | <text>"SHIP_BY"</text>    | Table order-deadlines, column deadline: no row is for AUTO_CLOSE.
            order-policies    | <text>"SHIP_DATE"</text>      | <text>"YES"</text>        | Table order-policies, row rule_completionAnchor: YES is no answer for COMPLETION_ANCHOR.
            payment-fee       | <text>"2.8"</text>            | <text>"much"</text>       | Table payment-fee, column ratePercent, row rule_creditCard: "much" is no BigDecimal.
            """)
    @DisplayName("What the code needs may not be missing, and is named with table, column and word")
    void whatTheCodeNeedsIsNamed(String table, String before, String after, String sentence) throws IOException {
        String text = text(table);
        assertThat(text).contains(before);
        List<String> found = findings(text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));

        if (sentence == null) {
            assertThat(found).as("a computed value").isEmpty();
        } else {
            assertThat(found).contains(sentence);
        }
    }

    @Test
    @DisplayName("Rows, inputs of what is known and outputs that nobody reads are added freely")
    void more() throws IOException {
        String text = text("auto-completion")
                .replaceFirst("<output ", "<output id=\"note\" name=\"note\" typeRef=\"string\" />\n$0")
                .replaceAll(
                        "<outputEntry id=\"(\\w+)", "<outputEntry id=\"$1Note\"><text>\"Why\"</text></outputEntry>\n$0")
                .replaceFirst("date\\(onDate\\)", "date(onDate).year");
        assertThat(findings(text)).isEmpty();
    }

    private static List<String> findings(String text) {
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return DeployedTables.findings(
                model.getModelElementsByType(Decision.class).iterator().next());
    }

    private static String text(String table) throws IOException {
        return Files.readString(Path.of("processes", table + ".dmn"));
    }
}
