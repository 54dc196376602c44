package org.tradeassurance.process;

/** What a desk is asked to chase when a date has passed. */
public enum Chase {
    LATE_SHIPMENT(
            "ship-order", "event_shipByPassed", TradeOrderModel.TASK_CHASE_LATE_SHIPMENT, "event_shipmentFollowUpDue"),
    BALANCE("collect-balance", "event_balanceOverdue", TradeOrderModel.TASK_CHASE_BALANCE, "event_balanceFollowUpDue");

    private final String phase;
    private final String timer;
    private final String task;
    private final String followUp;

    Chase(String phase, String timer, String task, String followUp) {
        this.phase = phase;
        this.timer = timer;
        this.task = task;
        this.followUp = followUp;
    }

    String phase() {
        return phase;
    }

    String timer() {
        return timer;
    }

    String task() {
        return task;
    }

    /** Where the desk waits for the day that it has named. */
    String followUp() {
        return followUp;
    }
}
