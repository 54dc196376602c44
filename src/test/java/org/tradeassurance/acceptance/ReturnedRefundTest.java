package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.web.Caller;

/** A refund that a bank sends back, at the doors of the bank and of the finance desk. */
class ReturnedRefundTest extends AcceptanceTest {

    @Test
    @DisplayName("BNK-09: a credit that names a refund and no order is the refund not paid: due again, and paid again")
    void aRefundComesBackAndIsPaidAgain() {
        String no = agreed(draft());
        remitted(no, "40800.00");
        String refund = order(no, "/refunds/0/refundNo");
        DeskMember desk = member("finance-desk");
        submitted(desk, refund, Map.of("payoutReference", "OUT-" + refund, "paidOn", "2015-11-01"));
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("0.00");

        Api.Answer credit = as("bank").post("/remittances", """
                {"bankReference": "BACK-%s", "amount": "785.00", "currency": "USD", "method": "TT",
                 "remittanceInfo": "RETURN OF %s, ACCOUNT CLOSED, CHARGES 15.00"}""".formatted(refund, refund));
        assertThat(credit.text("/state")).isEqualTo("SUSPENSE");
        String id = credit.text("/remittanceId");
        String task = task(id, "userTask_matchRemittance").getId();
        desk.claim(task);
        Caller.Answer wrong =
                desk.submit(task, Map.of("decision", "returned", "returnedRefund", "other", "otherRefund", "RF-1"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Refund names no refund that was paid out: RF-1");
        submitted(desk, id, Map.of("decision", "returned", "returnedRefund", refund));

        assertThat(platform.get("/remittances/" + id).text("/state")).isEqualTo("RETURNED_PAYOUT");
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("800.00");
        assertThat(order(no).text("/funds/balanceReceived")).isEqualTo("28000.00");
        assertThat(order(no, "/refunds/0/refundNo")).isEqualTo(refund);
        assertThat(order(no, "/returnedPayouts/0/reference")).isEqualTo("OUT-" + refund);
        submitted(desk, refund, Map.of("payoutReference", "AGAIN-" + refund, "paidOn", "2015-11-01"));
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("0.00");
        assertThat(order(no, "/refunds/0/payout/reference")).isEqualTo("AGAIN-" + refund);
    }

    private String order(String no, String fact) {
        return platform.get("/orders/" + no + "/funds").text(fact);
    }

    private void submitted(DeskMember desk, String key, Map<String, String> fields) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        desk.claim(task);
        Caller.Answer answer = desk.submit(task, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}
