package org.tradeassurance.dispute;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderTimers;
import org.tradeassurance.process.Pause;

/** "Resume order": deadlines and timers go on with the time that was left (AMB-15). */
@Component
class ResumeOrderDelegate implements JavaDelegate {

    private final Orders orders;
    private final OrderTimers timers;
    private final OperationRecord record;
    private final Pause pause;
    private final Clock clock;

    ResumeOrderDelegate(Orders orders, OrderTimers timers, OperationRecord record, Pause pause, Clock clock) {
        this.orders = orders;
        this.timers = timers;
        this.record = record;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        orders.update(pause.end(order, clock.instant()));
        timers.follow(order.no());
        record.add(order, "order-resumed", null);
    }
}
