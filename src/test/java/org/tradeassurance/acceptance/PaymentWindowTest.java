package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentWindowTest extends AcceptanceTest {

    private static final String CHASE = "userTask_chaseDeposit";

    private static final String CLOSE = "{\"reason\":\"Not paid\"}";

    private String agreedAtTen() {
        at("2015-11-27T09:00:00");
        String no = opened(draft().with("/shipping/shipBy", "{\"date\":\"2015-12-31\"}"));
        at("2015-11-27T10:00:00");
        confirmed(no, "BUYER", 1);
        return no;
    }

    @Test
    @DisplayName(
            "PAY-01, TR-05, AMB-04, AC-PAY-1: fifteen times 24 hours after the agreement, with the countdown that the buyer sees")
    void theWindowIsFifteenDays() {
        String no = agreedAtTen();
        Instant due = Instant.parse(order(no).text("/deadlines/paymentDueAt"));
        assertThat(due).isEqualTo(instant("2015-12-12T10:00:00"));
        assertThat(Duration.between(instant("2015-11-28T07:49:56"), due))
                .isEqualTo(Duration.ofDays(14).plusHours(2).plusMinutes(10).plusSeconds(4));
    }

    @Test
    @DisplayName(
            "TR-09, PAY-01, AC-PAY-2: a second before the window's end closing is refused, at its end it is the supplier's right")
    void theSupplierMayCloseWhenTheWindowHasEnded() {
        String no = agreedAtTen();
        until("2015-12-12T09:59:59");
        refused(act(no, "closure", CLOSE), 422, "payment-window-open");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        assertThat(order(no).body().at("/actions/supplier").toString()).doesNotContain("closure");

        until("2015-12-12T10:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNotNull();
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(order(no).body().at("/actions/supplier").toString()).contains("closure");
        ok(act(no, "closure", CLOSE));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).text("/closedReason")).isEqualTo("Not paid");
    }

    @Test
    @DisplayName("AC-PAY-3: nobody closes: money on 2015-12-15 is taken and the decision is withdrawn")
    void lateMoneyIsTakenWhileNobodyCloses() {
        String no = agreedAtTen();
        until("2015-12-15T10:00:00");
        remitted(no, "12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        refused(act(no, "closure", CLOSE), 409, "illegal-transition");
    }

    @Test
    @DisplayName("AC-PAY-4: money for an order that was closed becomes a task of the finance desk")
    void moneyForAClosedOrderIsSuspended() {
        String no = agreedAtTen();
        until("2015-12-13T10:00:00");
        ok(act(no, "closure", CLOSE));
        until("2015-12-14T10:00:00");
        Api.Answer answer = remitted(no, "12000.00");
        assertThat(answer.text("/state")).isEqualTo("SUSPENSE");
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(task(answer.text("/remittanceId"), "userTask_matchRemittance"))
                .isNotNull();
    }

    @Test
    @DisplayName("AMB-29: once any deposit money is posted the supplier's right to close is gone")
    void partialMoneyEndsTheRightToClose() {
        String no = agreedAtTen();
        remitted(no, "1000.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        until("2015-12-12T10:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        refused(act(no, "closure", CLOSE), 422, "deposit-already-posted");
        refused(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"x\"}"), 422, "refund-needed");
    }

    @Test
    @DisplayName("PAY-08: Money before the confirmation is kept and applied by itself after it")
    void earlyMoneyWaitsForTheAgreement() {
        String no = opened(draft());
        Api.Answer early = remitted(no, "12000.00");
        assertThat(early.text("/state")).isEqualTo("PENDING");
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("0.00");

        confirmed(no, "BUYER", 1);
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("12000.00");
        assertThat(as("bank").get("/remittances/" + early.text("/remittanceId")).text("/state"))
                .isEqualTo("APPLIED");
    }

    @Test
    @DisplayName("AC-TOL-7: the same bank reference ten times in parallel is counted once")
    void aRepeatedNotificationCountsOnce() throws Exception {
        String no = agreed(draft());
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Api.Answer>> notifications = Stream.<Callable<Api.Answer>>generate(
                            () -> () -> remit("BANK-TEN-" + no, no, "12000.00", "TT"))
                    .limit(10)
                    .toList();
            assertThat(threads.invokeAll(notifications))
                    .allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(202))
                    .extracting(answer -> answer.get().text("/remittanceId"))
                    .containsOnly(remit("BANK-TEN-" + no, no, "12000.00", "TT").text("/remittanceId"));
        } finally {
            threads.shutdown();
        }
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
    }

    private String toppingUp() {
        String no = agreed(draft());
        until("2015-11-05T10:00:00");
        remitted(no, "6000.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        return no;
    }

    @Test
    @DisplayName("TOL-02: nobody tops up for ten days: the finance desk chases the buyer; money withdraws the chase")
    void aStalledTopUpIsChased() {
        String no = toppingUp();
        until("2015-11-15T09:59:59");
        assertThat(task(no, CHASE)).isNull();
        until("2015-11-15T10:00:00");
        assertThat(task(no, CHASE).getDueDate().toInstant()).isEqualTo(instant("2015-11-15T10:00:00"));
        assertThat(tasks.getVariables(task(no, CHASE).getId())).containsEntry("missing", "6,000.00 USD");

        remitted(no, "1000.00");
        assertThat(task(no, CHASE)).isNull();
        until("2015-11-25T09:59:59");
        assertThat(task(no, CHASE)).isNull();
        until("2015-11-25T10:00:00");
        tasks.complete(task(no, CHASE).getId(), Map.of("nextOn", Variables.stringValue("2015-11-28", true)));
        until("2015-11-28T00:00:00");
        assertThat(task(no, CHASE)).as("on the day that the desk has named").isNotNull();
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");

        remitted(no, "5000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("TOL-02, TR-22: the chase ends with its order, and a topped-up deposit is never chased")
    void nothingIsChasedInVain() {
        String closed = toppingUp();
        String topped = agreed(draft());
        remitted(topped, "6000.00");
        remitted(topped, "6000.00");
        until("2015-11-15T10:00:00");
        assertThat(task(topped, CHASE)).isNull();

        ok(act(closed, "disputes", "{\"party\":\"BUYER\",\"kind\":\"REFUND\",\"reason\":\"Late\"}"));
        ok(act(closed, "disputes/decision", "{\"outcome\":\"REFUND\",\"reason\":\"Judged\"}"));
        assertThat(status(closed)).isEqualTo("CLOSED");
        assertThat(task(closed, CHASE)).isNull();
    }
}
