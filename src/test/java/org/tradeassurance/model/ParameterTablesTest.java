package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** auto-completion, order-deadlines, order-points and text-limits, row by row. */
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
        "RCV-02,   RECEIPT_REMINDER, 5"
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
        "AC-PNT-4, RFQ,   2016-02-01,   1"
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
}
