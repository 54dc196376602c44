package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.process.EngineJobs;

/** An order whose parent process alone is suspended: its phases still hear, but what they hear would stop half-way. */
class SuspendedParentTest extends AcceptanceTest {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private EngineJobs jobs;

    @Test
    @DisplayName("PAY-08, SHP-02: money and clearances are taken, and count when it goes on")
    void whatComesCountsWhenItGoesOn() {
        String no = agreed(draft());
        suspend(no);
        assertThat(remitted(no, "12000.00").text("/state")).isEqualTo("PENDING");
        ok(act(no, "process", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        clock.runDueJobs();

        ok(act(no, "shipment-declaration", "{}"));
        suspend(no);
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-01");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        ok(act(no, "process", "{}"));
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("A command that would end a phase is refused with the reason")
    void aCommandSaysSo() {
        String no = agreed(draft());
        remitted(no, "11500.00");
        suspend(no);
        refused(act(no, "deposit-acceptance", "{}"), 409, "order-halted");
        ok(act(no, "process", "{}"));
        ok(act(no, "deposit-acceptance", "{}"));
    }

    @Test
    @DisplayName("RCV-02: a deadline that passes meanwhile counts when it goes on")
    void aDeadlineThatPassesCountsWhenItGoesOn() {
        String no = paid(draft());
        shipped(no, "2015-11-02");
        remitted(no, "28000.00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        suspend(no);
        jobs.runDueUntil(instant("2016-01-15T09:00:00"), clock::set);
        at("2016-01-15T09:00:00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        ok(act(no, "process", "{}"));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    private void suspend(String no) {
        runtime.suspendProcessInstanceById(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey("trade-order")
                .singleResult()
                .getId());
    }
}
