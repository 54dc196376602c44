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
import org.camunda.bpm.model.dmn.instance.Input;
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
            covered-amount    | name="basis"                  | name="base"               | Table covered-amount: The output basis is missing, which is read after the decision: give its column this name.
            covered-amount    | <text>"TOTAL"</text>          | <text>"TOTALS"</text>     | Table covered-amount, row 2, column "Covered amount is the": "TOTALS" is none of DEPOSIT, TOTAL, NONE.
            text-limits       | <text>"REMARK"</text>         | <text>"REMARKS"</text>    | Table text-limits, row 1, column "Text": Nothing ever asks with REMARKS, so this row would have no effect. Use one of REMARK, FEEDBACK.
            auto-completion   | <text>transport</text>        | <text>colour</text>       | Table auto-completion, column "Transport": Nobody gives colour. Ask for one of these: onDate, transport; or for what is known of the order: orderTotalCents (4000000), depositCents (1200000), balanceCents (2800000), depositReceivedCents (1200000), balanceReceivedCents (0), status (AWAITING_DEPOSIT), origin (SUPPLIER_DRAFT), coverageMode (POST_DELIVERY), transport (SEA), tradeTerm (FOB), destination (GB), productCategory (LIGHTING), productCategories (["LIGHTING"]), buyerCountry (GB), accountType (OVERSEAS_FREE), supplierId (S-1001), supplierRegion (CN), supplierStanding (ACTIVE), confirmedOn (2015-11-27), effectiveOn (2015-12-01), depositAcceptedOn (2015-12-01), agreedShipDate (2015-12-20), shippedOn (2015-12-18), balanceSettledOn (2016-01-04), completedOn (2016-01-20).
            auto-completion   | <text>45</text>               | <text>soon</text>         |
            auto-completion   | <text>45</text>               | <text>"soon"</text>       | Table auto-completion, row 1, column "Days until completion": "soon" is no whole number.
            auto-completion   | <text>45</text>               | <text>4.5</text>          | Table auto-completion, row 1, column "Days until completion": 4.5 is no whole number.
            auto-completion   | <text>45</text>               | <text></text>             | Table auto-completion, row 1, column "Days until completion": The cell is empty, a value is needed.
            auto-completion   | <decisionTable                | <decisionTable hitPolicy="COLLECT" | Table auto-completion: Hit policy COLLECT may answer with several rows, one is taken: choose UNIQUE.
            order-deadlines   | <text>15</text>               | <text></text>             | Table order-deadlines, row 1: The cell is empty, a value is needed.
            order-deadlines   | <text>"AUTO_CLOSE"</text>     | <text>"SHIP_BY"</text>    | Table order-deadlines, column "Deadline": No row is for AUTO_CLOSE: add one.
            order-policies    | <text>"SHIP_DATE"</text>      | <text>"YES"</text>        | Table order-policies, row 2: YES is no answer for COMPLETION_ANCHOR.
            auto-completion   | name="days" typeRef="integer" | name="days" typeRef="string" | Table auto-completion, column "Days until completion": The column has the type string, it must be integer.
            payment-fee       | <text>"2.8"</text>            | <text>"much"</text>       | Table payment-fee, row 2, column "Fee in %": "much" is no number in quotes, such as "2.8".
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

    @Test
    @DisplayName("A column may ask for any fact of the order, unless its table judges none")
    void factsOfTheOrder() throws IOException {
        String completion = text("auto-completion").replaceFirst("<text>transport</text>", "<text>destination</text>");
        assertThat(findings(completion)).noneMatch(finding -> finding.contains("Nobody gives"));
        String sanction = text("supplier-sanction").replaceFirst("<text>kind</text>", "<text>destination</text>");
        assertThat(findings(sanction)).anyMatch(finding -> finding.contains("Nobody gives destination"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("Each input says in its table what it is, in both languages, its unit and an example")
    void everyInputIsDocumented(String table) throws IOException {
        assertThat(model(text(table)).getModelElementsByType(Input.class))
                .allSatisfy(input -> assertThat(input.getDescription().getTextContent())
                        .as(input.getId())
                        .matches("[^;]+ / [^;]*\\p{IsHan}[^;]*; [^;]+; [^;]+"));
    }

    private static List<String> findings(String text) {
        return DeployedTables.findings(model(text)
                        .getModelElementsByType(Decision.class)
                        .iterator()
                        .next())
                .stream()
                .map(TableFault::toString)
                .toList();
    }

    private static DmnModelInstance model(String text) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String table) throws IOException {
        return Files.readString(Path.of("processes", table + ".dmn"));
    }
}
