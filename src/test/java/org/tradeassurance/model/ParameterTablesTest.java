package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** auto-completion, date-limits, order-deadlines, order-points, order-policies and text-limits, row by row. */
class ParameterTablesTest {

    @ParameterizedTest(name = "{0}: {1}: {2} days, last day {3} when shipped on 2015-11-11")
    @CsvSource({
        "AC-RCV-1, SEA,     45, 2015-12-26",
        "AC-RCV-1, LAND,    30, 2015-12-11",
        "AC-RCV-1, AIR,     15, 2015-11-26",
        "AC-RCV-1, EXPRESS, 15, 2015-11-26"
    })
    void theTransportSaysWhenAnOrderCompletesByItself(String id, String transport, int days, LocalDate lastDay) {
        assertThat(Tables.ask("auto-completion", Map.of("transport", transport)))
                .as(id)
                .containsEntry("days", days);
        assertThat(LocalDate.of(2015, 11, 11).plusDays(days)).isEqualTo(lastDay);
    }

    @ParameterizedTest(name = "{0}: {1}: {2} days")
    @CsvSource({
        "AC-PAY-1, PAYMENT_WINDOW, 15",
        "TOL-02,   TOP_UP_CHASE,   10",
        "AC-RCV-3, BALANCE_GRACE,   7",
        "AC-QTA-2, COVERAGE_END,    7",
        "AMB-18,   FEEDBACK,       30",
        "AMB-18,   REPLY,          30",
        "PAY-02,   PAYMENT_REMINDER, 7",
        "RCV-02,   RECEIPT_REMINDER, 5",
        "SHP-04,   SHIPMENT_REMINDER, 3",
        "PRM-11,   SHIP_BY,         0",
        "ACT-06,   ESCALATION,      0"
    })
    void aDeadlineHasItsDays(String id, String deadline, int days) {
        assertThat(Tables.ask("order-deadlines", Map.of("deadline", deadline)))
                .as(id)
                .containsEntry("days", days);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}: {3} points")
    @CsvSource({
        "AC-PNT-1, ORDER, 2016-02-01, 100",
        "AC-PNT-2, ORDER, 2016-01-27,   0",
        "AC-PNT-2, ORDER, 2016-01-28, 100",
        "AC-PNT-4, RFQ,   2016-02-01,   1",
        "PRM-21, ORDER_CLOSED, 2016-02-01, 0"
    })
    void pointsFollowTheDateOfTheEvent(String id, String source, LocalDate date, int points) {
        assertThat(Tables.ask("order-points", Map.of("source", source, "onDate", date)))
                .as(id)
                .containsEntry("points", points);
        assertThat(Tables.ask("order-points", Map.of("source", source, "onDate", date.toString())))
                .as("%s, the date as a process variable", id)
                .containsEntry("points", points);
    }

    @ParameterizedTest(name = "{0}: {1}: {2} characters")
    @CsvSource({"DRF-09, REMARK, 2000", "AC-FBK-1, FEEDBACK, 1000"})
    void aTextHasItsLongest(String id, String text, int maxLength) {
        assertThat(Tables.ask("text-limits", Map.of("text", text))).as(id).containsEntry("maxLength", maxLength);
    }

    @ParameterizedTest(name = "{0}: {1}: {2} days before today to {3} after")
    @CsvSource({
        "SHP-04, SHIP_DATE,       0, 36500",
        "SHP-02, CLEARANCE,     366,  366",
        "AMB-09, OWN_CLEARANCE, 366,    0",
        "TOL-04, PAYOUT,        366,    0"
    })
    void aDateHasItsLimits(String id, String kind, int back, int ahead) {
        assertThat(Tables.ask("date-limits", Map.of("kind", kind)))
                .as(id)
                .containsEntry("daysBack", back)
                .containsEntry("daysAhead", ahead);
    }

    @Test
    @DisplayName("PRM-02: an empty cell never closes an order by itself")
    void nothingClosesByItself() {
        assertThat(Tables.ask("order-deadlines", Map.of("deadline", "AUTO_CLOSE"))
                        .get("days"))
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource({
        "PRM-13, PAUSE_IN_DISPUTE, YES",
        "PRM-06, COMPLETION_ANCHOR, SHIP_DATE",
        "PRM-22, SHIPPED_WHEN, ALL_CLEARED_AND_DECLARED",
        "PRM-23, CLOSE_WITH_PARTIAL_MONEY, NO",
        "PRM-18, SANCTION_BLOCKS_RUNNING_ORDERS, NO"
    })
    void aPolicyHasItsChoice(String id, String policy, String choice) {
        assertThat(Tables.ask("order-policies", Map.of("policy", policy)))
                .as(id)
                .containsEntry("choice", choice);
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
        return ModelFiles.text(ModelFiles.PROCESSES.resolve(table + ".dmn"));
    }
}
