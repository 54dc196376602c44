package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The time of a dispute does not count (AMB-15). */
class PauseTest extends AcceptanceTest {

    @Autowired
    private RuntimeService runtime;

    private void dispute(String no) {
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong\"}"));
    }

    private void dismiss(String no) {
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Unfounded\"}"));
        clock.runDueJobs();
    }

    private void due(String no, String deadline, @Nullable String local) {
        assertThat(order(no).text("/deadlines/" + deadline))
                .isEqualTo(local == null ? "null" : instant(local).toString());
    }

    private int runningTimers(String no) {
        return jdbc.sql("""
                        select count(*) from act_ru_job j
                          join act_ru_execution e on e.proc_inst_id_ = j.process_instance_id_
                         where e.business_key_ = :no and j.type_ = 'timer' and j.suspension_state_ = 1
                           and j.process_def_key_ <> 'handle-dispute'
                        """).param("no", no).query(Integer.class).single();
    }

    private String shippedByAir(boolean balancePaid) {
        String no = paid(draft().with("/shipping/transport", "AIR"));
        if (balancePaid) {
            remitted(no, "28000.00");
        }
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    @Test
    @DisplayName("AC-RCV-4: a dispute two days before the order is due holds it; decided, it completes two days later")
    void completionWaitsForTheDispute() {
        String no = shippedByAir(true);
        until("2015-11-25T00:00:00");
        due(no, "autoCompleteAt", "2015-11-27T00:00:00");
        dispute(no);
        due(no, "autoCompleteAt", null);

        until("2015-12-10T00:00:00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        dismiss(no);
        due(no, "autoCompleteAt", "2015-12-12T00:00:00");
        assertThat(task(no, "userTask_confirmReceipt").getDueDate().toInstant())
                .isEqualTo(instant("2015-12-12T00:00:00"));

        until("2015-12-11T23:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-12T00:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
        assertThat(order(no).body().path("autoCompleted").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("AMB-15: a frozen order that is activated by hand stands still all the same")
    void activatedByHandAFrozenOrderStandsStill() {
        String no = shippedByAir(true);
        until("2015-11-25T00:00:00");
        dispute(no);
        List<String> processes = runtime.createProcessInstanceQuery().processInstanceBusinessKey(no).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        processes.forEach(runtime::suspendProcessInstanceById);
        processes.forEach(runtime::activateProcessInstanceById);
        await().until(() -> runningTimers(no) == 0);

        until("2015-12-10T00:00:00");
        dismiss(no);
        due(no, "autoCompleteAt", "2015-12-12T00:00:00");
        until("2015-12-11T23:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-12T00:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("AMB-15: two disputes, each with its own pause")
    void everyPauseCounts() {
        String no = shippedByAir(true);
        until("2015-11-20T00:00:00");
        dispute(no);
        until("2015-11-22T00:00:00");
        dismiss(no);
        until("2015-11-23T00:00:00");
        dispute(no);
        until("2015-11-26T00:00:00");
        dismiss(no);
        until("2015-12-01T23:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-02T00:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("AMB-15: the payment window goes on with the time that was left")
    void thePaymentWindowPauses() {
        String no = agreed(draft());
        until("2015-11-10T09:00:00");
        dispute(no);
        until("2015-12-01T09:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        due(no, "paymentDueAt", null);
        refused(act(no, "closure", "{\"reason\":\"x\"}"), 409, "order-frozen");

        dismiss(no);
        due(no, "paymentDueAt", "2015-12-07T09:00:00");
        until("2015-12-07T08:59:59");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        refused(act(no, "closure", "{\"reason\":\"x\"}"), 422, "payment-window-open");
        until("2015-12-07T09:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNotNull();
        ok(act(no, "closure", "{\"reason\":\"x\"}"));
    }

    @Test
    @DisplayName("QTA-09: coverage and feedback pause after completion, the quota stays frozen")
    void coverageAndFeedbackPause() {
        String no = paid(draft().with("/coverage", "POST_DELIVERY"));
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        until("2015-11-20T10:00:00");
        ok(act(no, "goods-receipt", "{}"));
        until("2015-11-25T10:00:00");
        dispute(no);
        until("2015-12-05T10:00:00");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        refused(act(no, "feedback", "{\"text\":\"Good\"}"), 409, "order-frozen");

        dismiss(no);
        due(no, "coverageEndsAt", "2015-12-07T10:00:00");
        due(no, "feedbackDueAt", "2015-12-30T10:00:00");
        ok(act(no, "feedback", "{\"text\":\"Good\"}"));
        due(no, "replyDueAt", "2016-01-04T10:00:00");
        dispute(no);
        until("2015-12-06T10:00:00");
        dismiss(no);
        due(no, "replyDueAt", "2016-01-05T10:00:00");

        until("2015-12-08T09:59:59");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        until("2015-12-08T10:00:00");
        assertThat(frozenQuota()).isEqualTo("0.00");
        refused(
                act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"x\"}"),
                409,
                "illegal-transition");
    }

    @Test
    @DisplayName(
            "TR-22: money moves a frozen order under the overlay; its new timers stand still, the agreed ship date does not move")
    void moneyIsTakenWhileFrozen() {
        String no = agreed(draft());
        dispute(no);
        remitted(no, "12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(order(no).body().path("frozen").asBoolean()).isTrue();
        until("2015-11-20T09:00:00");
        assertThat(task(no, "userTask_chaseLateShipment")).isNull();

        dismiss(no);
        assertThat(order(no).text("/deadlines/shipBy")).isEqualTo("2015-11-11");
        assertThat(task(no, "userTask_chaseLateShipment")).isNotNull();
    }

    @Test
    @DisplayName("AMB-15: a deadline born during the pause moves from its birth")
    void aDeadlineBornDuringThePause() {
        String no = shippedByAir(false);
        until("2015-11-12T10:00:00");
        dispute(no);
        until("2015-11-14T10:00:00");
        remitted(no, "28000.00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-11-30T10:00:00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");

        dismiss(no);
        due(no, "autoCompleteAt", "2015-12-13T00:00:00");
        until("2015-12-12T23:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-13T00:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("QTA-09: shipped on time while frozen, the quota is released with the decision")
    void aReleaseWaitsForTheDecision() {
        String no = paid(draft().with("/coverage", "PRE_SHIPMENT"));
        ok(act(no, "shipment-declaration", "{}"));
        dispute(no);
        at("2015-11-11T12:00:00");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-11");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(frozenQuota()).isEqualTo("12000.00");
        dismiss(no);
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
    }

    @Test
    @DisplayName(
            "AMB-15: the chase of a short deposit pauses, and moves from its birth when the money came during the pause")
    void theChaseOfAShortDepositPauses() {
        String no = agreed(draft());
        remitted(no, "6000.00");
        until("2015-11-03T09:00:00");
        dispute(no);
        until("2015-11-05T09:00:00");
        dismiss(no);
        until("2015-11-10T09:00:00");
        dispute(no);
        until("2015-11-12T09:00:00");
        remitted(no, "1000.00");
        until("2015-11-30T09:00:00");
        assertThat(task(no, "userTask_chaseDeposit")).isNull();
        dismiss(no);
        until("2015-12-10T08:59:59");
        assertThat(task(no, "userTask_chaseDeposit")).isNull();
        until("2015-12-10T09:00:00");
        assertThat(task(no, "userTask_chaseDeposit")).isNotNull();

        String other = agreed(draft());
        remitted(other, "6000.00");
        until("2015-12-11T09:00:00");
        dispute(other);
        until("2015-12-14T09:00:00");
        dismiss(other);
        until("2015-12-23T08:59:59");
        assertThat(task(other, "userTask_chaseDeposit")).isNull();
        until("2015-12-23T09:00:00");
        assertThat(task(other, "userTask_chaseDeposit")).isNotNull();
    }
}
