package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that analysts add to tables: facts of the order that no caller of the table has to give. */
class TableFactsTest extends ModelChange {

    private static final Pattern ROW = Pattern.compile("(?s)( *<rule id=\"\\w+\">.*?</rule>\\n)");

    @DisplayName(
            "C6: tolerance by order total: 3 % of the deposit above 100,000.00, 5 % up to it; a model asks the table")
    @ParameterizedTest(name = "{0} in all, {1} of 10,000.00 received: {2}")
    @CsvSource({
        "100000.00, 9500.00, AWAITING_DEPOSIT_CONFIRM",
        "100000.00, 9499.99, AWAITING_DEPOSIT_TOPUP",
        "100000.01, 9700.00, AWAITING_DEPOSIT_CONFIRM",
        "100000.01, 9699.99, AWAITING_DEPOSIT_TOPUP",
        "100000.01, 9900.00, AWAITING_SHIPMENT"
    })
    void theToleranceFollowsTheTotal(String total, String received, String status) {
        byTotal("payment-shortfall", "3 * expectedCents");
        String no = agreed(draft().amounts(total, "10000.00"));
        remitted(no, received);
        assertThat(status(no)).isEqualTo(status);
        assertThat(said(no, "payment-shortfall").at("/inputs/orderTotalCents").asText())
                .isEqualTo(total.replace(".", ""));
    }

    @Test
    @DisplayName("facts of the supplier and of time are found out for code as for models, and only where a table asks")
    void anyFactMayBeAsked() {
        asked("order-deadlines", "supplierStanding + \", \" + buyerCountry + \", \" + accountType", "");
        asked("payment-shortfall", "date(confirmedOn)", "date(\"2015-11-01\")");
        String no = agreed(draft());
        JsonNode window = said(no, "order-deadlines");
        assertThat(window.at("/inputs/supplierStanding").asText()).isEqualTo("ACTIVE");
        assertThat(window.at("/inputs/buyerCountry").asText()).isEqualTo("GB");
        remitted(no, "12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(said(no, "payment-shortfall").at("/inputs/confirmedOn").asText())
                .isEqualTo("2015-11-01");
        assertThat(said(no, "payment-shortfall").at("/inputs").has("supplierStanding"))
                .isFalse();
    }

    /** Each row twice: up to a total, and above it, where the percentage is another. */
    private void byTotal(String table, String above) {
        models.edit(
                table,
                text -> ROW.matcher(column(text, "orderTotalCents", " typeRef=\"long\""))
                        .replaceAll(row -> {
                            String small = entry(row.group(1), "&lt;= 10000000");
                            String large = entry(row.group(1), "&gt; 10000000")
                                    .replaceAll(" id=\"(\\w+)\"", " id=\"$1Large\"")
                                    .replace("5 * expectedCents", above);
                            return small + large;
                        }));
        assertThat(models.stops()).isEmpty();
        models.deploy();
    }

    /** One more column, the same for each row. */
    private void asked(String table, String expression, String cell) {
        models.edit(
                table, text -> ROW.matcher(column(text, expression, "")).replaceAll(row -> entry(row.group(1), cell)));
        models.deploy();
    }

    private static String column(String table, String expression, String type) {
        return table.replaceFirst("( *<output id)", """
                      <input id="input_added" label="Added">
                        <inputExpression id="inputExpression_added"%s>
                          <text>%s</text>
                        </inputExpression>
                      </input>
                $1""".formatted(type, expression));
    }

    private static String entry(String row, String cell) {
        String id = row.replaceAll("(?s).*?<rule id=\"(\\w+)\".*", "$1");
        return row.replaceFirst(
                "( *<outputEntry)",
                "        <inputEntry id=\"added_%s\">\n          <text>%s</text>\n        </inputEntry>\n$1"
                        .formatted(id, cell));
    }

    private JsonNode said(String no, String table) {
        JsonNode decisions =
                platform.get("/orders/" + no + "/explanation").body().path("decisions");
        return StreamSupport.stream(decisions.spliterator(), false)
                .filter(decision -> decision.path("table").asText().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
