package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables say when an analyst has changed a number; what they say now stands in the examples beside them ({@code processes/*.csv}). */
class ParameterTablesTest {

    @Test
    @DisplayName("AC-TOL-4 with PRM-03 = 0: without an absolute tolerance every shortfall is confirmed")
    void withoutAnAbsoluteToleranceEveryShortfallIsConfirmed() {
        String table =
                text("payment-shortfall").replace("&lt;= 10000<", "&lt;= 0<").replace("&gt; 10000<", "&gt; 0<");
        Map<String, Object> inputs = Map.of("leg", "DEPOSIT", "expectedCents", 100L, "receivedCents", 95L);
        assertThat(Tables.askText(table, "payment-shortfall", inputs)).containsEntry("verdict", "CONFIRM");
    }

    @ParameterizedTest(name = "{0}: leg {1}: {2} of 10,000.00 received, with other limits: {3}")
    @CsvSource({
        "PRM-04, DEPOSIT, 9200.00, CONFIRM",
        "PRM-04, DEPOSIT, 8999.99, TOP_UP",
        "PRM-03, DEPOSIT, 9800.00, ACCEPT",
        "PRM-03, DEPOSIT, 9799.99, CONFIRM",
        "PRM-12, BALANCE, 9200.00, CONFIRM",
        "PRM-12, BALANCE, 9800.00, ACCEPT"
    })
    void otherTolerances(String id, String leg, BigDecimal received, String verdict) {
        String table = text("payment-shortfall")
                .replace("5 * expectedCents", "10 * expectedCents")
                .replace("10000<", "20000<");
        Map<String, Object> inputs = Map.of(
                "leg",
                leg,
                "expectedCents",
                1_000_000L,
                "receivedCents",
                received.movePointRight(2).longValueExact());
        assertThat(Tables.askText(table, "payment-shortfall", inputs)).as(id).containsEntry("verdict", verdict);
    }

    @ParameterizedTest(name = "{0}: the {2}. upheld complaint about {1}, with other thresholds: {3}")
    @CsvSource({
        "PRM-14, UNREASONABLE_REFUSAL, 2, NONE",
        "PRM-14, UNREASONABLE_REFUSAL, 3, TERMINATE",
        "PRM-16, OFF_PATH_PAYMENT, 1, NONE",
        "PRM-16, OFF_PATH_PAYMENT, 2, TERMINATE"
    })
    void otherThresholds(String id, String kind, int upheld, String sanction) {
        String table = text("supplier-sanction")
                .replace("&lt; 2<", "&lt; 3<")
                .replace("&gt;= 2<", "&gt;= 3<")
                .replace("&lt; 1<", "&lt; 2<")
                .replace("&gt;= 1<", "&gt;= 2<");
        assertThat(Tables.askText(table, "supplier-sanction", Map.of("kind", kind, "upheldCount", upheld)))
                .as(id)
                .containsEntry("sanction", sanction);
    }

    private static String text(String table) {
        return Tables.text(table);
    }
}
