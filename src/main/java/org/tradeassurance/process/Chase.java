package org.tradeassurance.process;

/** What a desk is asked to chase when a date has passed. */
public enum Chase {
    LATE_SHIPMENT("ship-order", "event_shipByPassed", TradeOrderModel.TASK_CHASE_LATE_SHIPMENT),
    BALANCE("collect-balance", "event_balanceOverdue", TradeOrderModel.TASK_CHASE_BALANCE);

    private final String phase;
    private final String timer;
    private final String task;

    Chase(String phase, String timer, String task) {
        this.phase = phase;
        this.timer = timer;
        this.task = task;
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
}
