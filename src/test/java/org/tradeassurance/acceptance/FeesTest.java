package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest extends AcceptanceTest {

    @DisplayName(
            "PAY-20..23, AMB-21, AMB-22, AMB-23, GEN-02: the fee of a payment follows its method, and there is no other")
    @ParameterizedTest(name = "{0}: order total {1} paid by {2}: fee {3}")
    @CsvSource({
        "AC-FEE-1,     1.00, CREDIT_CARD,    0.03",
        "AC-FEE-1,    14.00, CREDIT_CARD,    0.39",
        "AC-FEE-1, 40000.00, CREDIT_CARD, 1120.00",
        "AC-FEE-2,     1.00, E_CHECKING,    15.00",
        "AC-FEE-2, 40000.00, E_CHECKING,    15.00",
        "AC-FEE-3, 40000.00, TT,             0.00"
    })
    void theFeeFollowsTheMethod(String id, String total, String method, String fee) {
        String no = agreed(draft().amounts(total, "1.00")
                .with("/buyer/country", "US")
                .with("/payment/methods", "[\"TT\",\"CREDIT_CARD\"]"));
        assertThat(fee(no, method)).isEqualTo(fee);
    }

    @Test
    @DisplayName("AMB-22, PRM-20: the fee of the whole order is charged with the first card payment and not again")
    void theCardFeeIsChargedOnce() {
        String no = agreed(draft().with("/payment/methods", "[\"TT\",\"CREDIT_CARD\"]"));
        assertThat(fee(no, "CREDIT_CARD")).isEqualTo("1120.00");
        assertThat(remit("CARD-1-" + no, no, "5000.00", "CREDIT_CARD").text("/state"))
                .isEqualTo("APPLIED");
        assertThat(fee(no, "CREDIT_CARD")).isEqualTo("0.00");
        assertThat(owed(no, "DEPOSIT")).isEqualTo("7000.00");
    }

    @Test
    @DisplayName("PAY-20, AMB-21: e-Checking is offered and recommended to buyers in the United States only")
    void eCheckingIsForTheUnitedStates() {
        String elsewhere = agreed(draft());
        assertThat(methods(elsewhere).toString()).doesNotContain("E_CHECKING").contains("\"TT\"");
        String there = agreed(draft().with("/buyer/country", "US"));
        assertThat(methods(there).toString()).contains("E_CHECKING");
    }

    private JsonNode methods(String no) {
        return platform.get("/orders/" + no + "/payment-details?leg=DEPOSIT")
                .body()
                .path("methods");
    }

    private String fee(String no, String method) {
        return StreamSupport.stream(methods(no).spliterator(), false)
                .filter(way -> way.path("method").asText().equals(method))
                .map(way -> way.path("fee").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "PAY-03, TOL-05, BAL-01, BAL-03: what is still to be paid is told to the cent, and with the fee of each way")
    void whatIsOwedIsToldToTheCent() {
        String no = agreed(draft());
        assertThat(owed(no, "DEPOSIT")).isEqualTo("12000.00");
        remitted(no, "5999.99");
        assertThat(owed(no, "DEPOSIT")).isEqualTo("6000.01");
        assertThat(platform.get("/orders/" + no + "/payment-details").body().path("methods"))
                .isNotEmpty()
                .allSatisfy(way -> assertThat(new BigDecimal(way.path("total").asText()))
                        .isEqualByComparingTo(new BigDecimal("6000.01")
                                .add(new BigDecimal(way.path("fee").asText()))));
        remitted(no, "6000.01");
        assertThat(owed(no, "DEPOSIT")).isEqualTo("0.00");
        assertThat(owed(no, "BALANCE")).isEqualTo("28000.00");
        remitted(no, "0.01");
        assertThat(owed(no, "BALANCE")).isEqualTo("27999.99");
    }

    private String owed(String no, String leg) {
        return platform.get("/orders/" + no + "/payment-details?leg=" + leg).text("/amount");
    }

    @Test
    @DisplayName("PAY-05, PAY-09, BAL-02, AC-FEE-4: the balance is paid by T/T only; a card payment for it is parked")
    void theBalanceIsPaidByTransferOnly() {
        String no = paid(draft().with("/payment/methods", "[\"TT\",\"CREDIT_CARD\"]"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(platform.get("/orders/" + no + "/payment-details?leg=BALANCE")
                        .body()
                        .path("methods"))
                .extracting(m -> m.path("method").asText())
                .containsExactly("TT");
        assertThat(remit("CARD-" + no, no, "28000.00", "CREDIT_CARD").text("/state"))
                .isEqualTo("PARKED");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }
}
