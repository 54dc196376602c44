package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** covered-amount and coverage-release, row by row. */
class CoverageTablesTest {

    @ParameterizedTest(name = "{0}: {1} freezes {3} of a total of 3,000 with a deposit of 1,500")
    @CsvSource({
        "AC-QTA-1, PRE_SHIPMENT,  DEPOSIT, 1500",
        "AC-QTA-1, POST_DELIVERY, TOTAL,   3000",
        "AC-QTA-1, NONE,          NONE,       0"
    })
    void theModeSaysWhatIsCovered(String id, String mode, String basis, int amount) {
        Map<String, Object> row = Tables.ask("covered-amount", Map.of("coverageMode", mode));
        assertThat(row)
                .as(id)
                .containsEntry("basis", basis)
                .containsEntry("shortagePolicy", "REJECT"); // AC-QTA-4, PRM-10
        assertThat(Map.of("DEPOSIT", 1500, "TOTAL", 3000, "NONE", 0)).containsEntry(basis, amount);
    }

    @ParameterizedTest(name = "{0}: agreed 2015-11-11, cleared {1}: {2}")
    @CsvSource({"AC-QTA-3, 2015-11-11, NOW", "AC-QTA-3, 2015-11-12, KEEP"})
    void preShipmentCoverageIsReleasedOnTheShippingDayUnlessLate(String id, LocalDate cleared, String verdict) {
        boolean onTime = !cleared.isAfter(LocalDate.of(2015, 11, 11));
        assertThat(release("SHIPPED", "PRE_SHIPMENT", onTime, "FROZEN")).as(id).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, on time {3}, {4}: {5}")
    @CsvSource({
        "QTA-04,   SHIPPED,  POST_DELIVERY, true,  FROZEN,   KEEP",
        "QTA-04,   SHIPPED,  POST_DELIVERY, false, FROZEN,   KEEP",
        "COV-06,   SHIPPED,  NONE,          true,  NONE,     KEEP",
        "COV-06,   SHIPPED,  NONE,          false, NONE,     KEEP",
        "AC-QTA-2, RECEIVED, POST_DELIVERY, true,  FROZEN,   AT_COVERAGE_END",
        "AC-QTA-2, RECEIVED, POST_DELIVERY, false, FROZEN,   AT_COVERAGE_END",
        "QTA-05,   RECEIVED, PRE_SHIPMENT,  false, FROZEN,   NOW",
        "QTA-05,   RECEIVED, PRE_SHIPMENT,  true,  FROZEN,   NOW",
        "QTA-03,   RECEIVED, PRE_SHIPMENT,  true,  RELEASED, NOTHING",
        "QTA-10,   RECEIVED, POST_DELIVERY, true,  RELEASED, NOTHING",
        "COV-06,   RECEIVED, NONE,          ,      NONE,     NOTHING"
    })
    void whatHappenedSaysWhenTheQuotaIsReleased(
            String id, String event, String mode, @Nullable Boolean onTime, String state, String verdict) {
        assertThat(release(event, mode, onTime, state)).as(id).isEqualTo(verdict);
    }

    private static @Nullable Object release(String event, String mode, @Nullable Boolean onTime, String state) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("event", event);
        inputs.put("coverageMode", mode);
        inputs.put("onTime", onTime);
        inputs.put("coverageState", state);
        return Tables.ask("coverage-release", inputs).get("verdict");
    }
}
