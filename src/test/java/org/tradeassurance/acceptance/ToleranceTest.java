package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest extends AcceptanceTest {

    @DisplayName("TOL-01..03, AMB-01, AMB-02: what is missing decides who acts")
    @ParameterizedTest(name = "{0}: {1} agreed, {2} received: {3}")
    @CsvSource({
        "AC-TOL-1, 10000.00, 10000.00, AWAITING_SHIPMENT",
        "AC-TOL-1, 10000.00,  9950.00, AWAITING_SHIPMENT",
        "AC-TOL-1, 10000.00,  9900.00, AWAITING_SHIPMENT",
        "AC-TOL-1, 10000.00,  9899.99, AWAITING_DEPOSIT_CONFIRM",
        "AC-TOL-1, 10000.00,  9500.00, AWAITING_DEPOSIT_CONFIRM",
        "AC-TOL-1, 10000.00,  9499.99, AWAITING_DEPOSIT_TOPUP",
        "AC-TOL-2,  1000.00,   950.00, AWAITING_SHIPMENT",
        "AC-TOL-2,  1000.00,   940.00, AWAITING_DEPOSIT_TOPUP",
        "AC-TOL-3,  2000.00,  1900.00, AWAITING_SHIPMENT",
        "AC-TOL-3,  2000.00,  1899.99, AWAITING_DEPOSIT_TOPUP",
        "AC-TOL-4,     1.00,     0.95, AWAITING_SHIPMENT",
        "AC-TOL-4,     1.00,     0.90, AWAITING_DEPOSIT_TOPUP"
    })
    void theShortfallDecides(String id, String agreed, String received, String status) {
        String no = agreed(draft().amounts("40000.00", agreed));
        remitted(no, received);
        assertThat(status(no)).isEqualTo(status);
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo(received);
    }

    @Test
    @DisplayName(
            "TOL-05, TR-13, TR-15, AC-TOL-5: 5,000 of 10,000 asks for a top-up, 4,600 more for the supplier's acceptance")
    void transfersAddUp() {
        String no = agreed(draft().amounts("40000.00", "10000.00"));
        remitted(no, "5000.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        refused(act(no, "deposit-acceptance", "{}"), 409, "illegal-transition");
        remitted(no, "4600.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_CONFIRM");
        ok(act(no, "deposit-acceptance", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("AC-TOL-6: 10,020 on 10,000 is accepted and 20 count toward the balance")
    void aSurplusCountsTowardTheBalance() {
        String no = agreed(draft().amounts("40000.00", "10000.00"));
        Api.Answer answer = remitted(no, "10020.00");
        assertThat(answer.text("/state")).isEqualTo("APPLIED");
        assertThat(answer.text("/appliedToDeposit")).isEqualTo("10000.00");
        assertThat(answer.text("/appliedToBalance")).isEqualTo("20.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(order(no).text("/funds/balanceReceived")).isEqualTo("20.00");
    }

    @Test
    @DisplayName("TOL-04: what exceeds the total is due for refund")
    void moneyAboveTheTotalIsDueForRefund() {
        String no = agreed(draft().amounts("14.00", "14.00"));
        remitted(no, "20.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("6.00");
    }

    @Test
    @DisplayName("AC-TOL-7: a second body under a known reference is parked, the first counts once")
    void aSecondBodyIsParked() {
        String no = agreed(draft());
        Api.Answer first = remit("BANK-SAME-" + no, no, "6000.00", "TT");
        Api.Answer again = remit("BANK-SAME-" + no, no, "6000.00", "TT");
        Api.Answer other = remit("BANK-SAME-" + no, no, "6000.01", "TT");
        assertThat(again.text("/remittanceId")).isEqualTo(first.text("/remittanceId"));
        assertThat(other.text("/state")).isEqualTo("PARKED");
        assertThat(other.text("/remittanceId")).isNotEqualTo(first.text("/remittanceId"));
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("6000.00");
    }
}
