package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.order.OrderStatus;

/** What somebody did to processes by hand: nothing is lost, staff are told, and the order goes on. */
class HaltedOrderTest extends AcceptanceTest {

    private static final String CLOSE = "{\"reason\":\"Not paid\"}";
    private static final String PART = "5000.00";

    @Autowired
    private RuntimeService runtime;

    @Test
    @DisplayName("PAY-08, TOL-05: a deposit that comes while the phase is suspended counts when the phase goes on")
    void aDepositForASuspendedPhaseCountsWhenItGoesOn() {
        String no = agreed(draft());
        String phase = phase(no, "collect-deposit").getId();
        runtime.suspendProcessInstanceById(phase);
        assertThat(remitted(no, "12000.00").text("/state")).isEqualTo("PENDING");
        assertThat(order(no).text("/processFault")).isEqualTo("SUSPENDED");

        runtime.activateProcessInstanceById(phase);

        becomes(no, "AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("PAY-01, AMB-29: an order whose deposit lies in the inbox is closed by no call and no task")
    void nobodyClosesAnOrderWhoseDepositLiesInTheInbox() {
        at("2015-11-27T10:00:00");
        String no = agreed(draft().with("/shipping/shipBy", "{\"date\":\"2015-12-31\"}"));
        until("2015-12-12T10:00:00");
        String decide = task(no, "userTask_decideOnUnpaidOrder").getId();
        String phase = phase(no, "collect-deposit").getId();
        runtime.suspendProcessInstanceById(phase);
        remitted(no, "12000.00");

        refused(act(no, "closure", CLOSE), 422, "deposit-already-posted");

        jdbc.sql("delete from untold_message").update();
        String pending = "update remittance set state = 'PENDING' where order_no = '" + no + "'";
        assertThat(jdbc.sql(pending).update()).isEqualTo(1);
        jdbc.sql("update act_ru_execution set suspension_state_ = 1 where proc_inst_id_ = '" + phase + "'")
                .update();
        jdbc.sql("update act_ru_task set suspension_state_ = 1 where proc_inst_id_ = '" + phase + "'")
                .update();
        DeskMember desk = member("supplier-desk").speaking("en");
        desk.claim(decide);
        var answer = desk.submit(decide, Map.of("decision", "close", "reason", "Not paid"));
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        becomes(no, "AWAITING_SHIPMENT");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
    }

    @Test
    @DisplayName("SHP-02: a clearance that comes while the phase is suspended ships the order when the phase goes on")
    void aClearanceForASuspendedPhaseCounts() {
        String no = paid(draft());
        ok(platform.post("/orders/" + no + "/shipment-declaration", "{}"));
        String phase = phase(no, "ship-order").getId();
        runtime.suspendProcessInstanceById(phase);
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-01");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        runtime.activateProcessInstanceById(phase);

        becomes(no, "SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("A command for a suspended order is refused with the reason, and the platform lets the order go on")
    void aCommandForASuspendedOrderSaysSo() {
        String no = paid(draft());
        runtime.suspendProcessInstanceById(phase(no, "ship-order").getId());
        refused(act(no, "shipment-declaration", "{}"), 409, "order-halted");
        refused(act(no, "migration", "{}"), 409, "order-halted");
        ok(act(no, "process", "{}"));
        ok(act(no, "shipment-declaration", "{}"));
        refused(act(no, "process", "{}"), 409, "process-runs");
    }

    @Test
    @DisplayName(
            "Parties of a halted order are offered nothing that cannot be done; staff are told what is wrong; health says so")
    void aHaltedOrderSaysSo() {
        String no = agreed(draft());
        gone(no);
        assertThat(jdbc.sql("select fault from inv_open_order_has_its_process where order_no = '" + no + "'")
                        .query(String.class)
                        .single())
                .isEqualTo("MISSING");
        assertThat(order(no).text("/processFault")).isEqualTo("MISSING");
        assertThat(order(no).body().at("/actions")).allMatch(JsonNode::isEmpty);
        assertThat(as(buyer).get("/orders/" + no).body().has("processFault")).isFalse();
        refused(act(no, "migration", "{}"), 409, "order-halted");
        ok(act(no, "process", "{}"));
        assertThat(order(no).body().has("processFault")).isFalse();
    }

    @Test
    @DisplayName("An order moved by hand to another phase is told from one that waits where its status says")
    void anOrderElsewhereIsSeen() {
        String no = paid(draft());
        runtime.createProcessInstanceModification(phase(no, "trade-order").getId())
                .startBeforeActivity("userTask_confirmModification")
                .cancelAllForActivity("callActivity_shipOrder")
                .execute();
        assertThat(order(no).text("/processFault")).isEqualTo("ELSEWHERE");
        ok(act(no, "process", "{}"));
        finished(no);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = OrderStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    @DisplayName(
            "The process of an order that is gone starts again at each status, with the deadlines of the row, and the order finishes")
    void aLostProcessStartsAgain(OrderStatus status) {
        at("2015-11-02T10:00:00");
        String no = at(status);
        assertThat(status(no)).isEqualTo(status.name());
        String deadlines = order(no).body().at("/deadlines").toString();
        var due = due(no);
        gone(no);
        clock.advance(java.time.Duration.ofHours(1));

        ok(act(no, "process", "{}"));
        clock.runDueJobs();

        assertThat(order(no).body().at("/deadlines")).hasToString(deadlines);
        assertThat(due(no)).isEqualTo(due);
        finished(no);
    }

    @Test
    @DisplayName("TOL-05: money and clearances that came while the process was gone are taken up when it starts again")
    void whatCameMeanwhileIsTakenUp() {
        String no = agreed(draft());
        gone(no);
        assertThat(remitted(no, "12000.00").text("/state")).isEqualTo("PENDING");
        refused(act(no, "closure", CLOSE), 422, "payment-window-open");
        ok(act(no, "process", "{}"));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        ok(platform.post("/orders/" + no + "/shipment-declaration", "{}"));
        gone(no);
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-01");
        ok(act(no, "process", "{}"));
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("TR-22: a frozen order starts again with its dispute, and its timers stand still")
    void aFrozenOrderStartsAgain() {
        String no = paid(draft());
        ok(act(no, "disputes", """
                {"party":"BUYER","kind":"COMPLAINT","reason":"No news"}
                """));
        gone(no);
        ok(act(no, "process", "{}"));
        assertThat(task(no, "userTask_decideDispute")).isNotNull();
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"It is on its way\"}"));
        finished(no);
    }

    private ProcessInstance phase(String no, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey(process)
                .singleResult();
    }

    private void gone(String no) {
        runtime.deleteProcessInstance(phase(no, "trade-order").getId(), "by hand");
    }

    /** The timers of the order with their due instants. */
    private List<Map<String, Object>> due(String no) {
        return jdbc.sql("""
                        select d.act_id_, j.duedate_
                          from act_ru_execution e
                          join act_ru_job j on j.process_instance_id_ = e.id_
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                         where e.business_key_ = :no and j.type_ = 'timer'
                         order by 1, 2
                        """).param("no", no).query().listOfRows();
    }

    private void becomes(String no, String status) {
        await().atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(no)).isEqualTo(status));
        clock.runDueJobs();
    }

    /** Takes an order that stands at a status, opened as the parties do. */
    private String at(OrderStatus status) {
        return switch (status) {
            case DRAFT -> platformOpened(draft().with("/submit", "false"));
            case NEGOTIATING -> platformOpened(draft().with("/origin", "INQUIRY"));
            case AWAITING_SUPPLIER_CONFIRM -> opened(draft().with("/origin", "BUYER_ORDER"));
            case AWAITING_BUYER_CONFIRM -> opened(draft());
            case AWAITING_DEPOSIT -> agreed(draft());
            case AWAITING_DEPOSIT_CONFIRM -> partlyPaid("11500.00");
            case AWAITING_DEPOSIT_TOPUP -> partlyPaid(PART);
            case AWAITING_SHIPMENT -> paid(draft());
            case SHIPPED_AWAITING_BALANCE -> shippedOrder();
            case AWAITING_RECEIPT -> settled();
            case COMPLETED -> received();
            case CLOSED -> throw new IllegalArgumentException("Nothing waits");
        };
    }

    private String platformOpened(Draft draft) {
        var answer = platform.post("/orders", draft.json());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("/orderNo");
    }

    private String partlyPaid(String amount) {
        String no = agreed(draft());
        remitted(no, amount);
        return no;
    }

    private String shippedOrder() {
        String no = paid(draft());
        shipped(no, "2015-11-02");
        return no;
    }

    private String settled() {
        String no = shippedOrder();
        remitted(no, "28000.00");
        return no;
    }

    private String received() {
        String no = paid(draft().with("/coverage", "POST_DELIVERY"));
        shipped(no, "2015-11-02");
        remitted(no, "28000.00");
        ok(act(no, "goods-receipt", "{}"));
        return no;
    }

    /** Plays the rest of the order. */
    private void finished(String no) {
        for (int step = 0; step < 12 && phase(no, "trade-order") != null; step++) {
            next(no, OrderStatus.valueOf(status(no)));
            clock.runDueJobs();
        }
        assertThat(status(no)).isEqualTo("COMPLETED");
        assertThat(phase(no, "trade-order")).isNull();
    }

    private void next(String no, OrderStatus status) {
        switch (status) {
            case DRAFT -> ok(act(no, "submission", "{}"));
            case NEGOTIATING -> {
                confirmed(no, "SUPPLIER", 1);
                confirmed(no, "BUYER", 1);
            }
            case AWAITING_SUPPLIER_CONFIRM -> confirmed(no, "SUPPLIER", 1);
            case AWAITING_BUYER_CONFIRM -> confirmed(no, "BUYER", 1);
            case AWAITING_DEPOSIT -> remitted(no, "12000.00");
            case AWAITING_DEPOSIT_CONFIRM -> ok(act(no, "deposit-acceptance", "{}"));
            case AWAITING_DEPOSIT_TOPUP -> remitted(no, "7000.00");
            case AWAITING_SHIPMENT -> shipped(no, "2015-11-02");
            case SHIPPED_AWAITING_BALANCE -> remitted(no, "28000.00");
            case AWAITING_RECEIPT -> ok(act(no, "goods-receipt", "{}"));
            case COMPLETED -> clock.advance(java.time.Duration.ofDays(40));
            case CLOSED -> throw new AssertionError("Closed");
        }
    }
}
