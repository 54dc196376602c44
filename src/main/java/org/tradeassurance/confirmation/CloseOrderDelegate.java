package org.tradeassurance.confirmation;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderClosed;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Close order": the order ends with its reason (TR-07 to TR-09); nothing is due any more. */
@Component
class CloseOrderDelegate implements JavaDelegate {

    private static final String UNSTATED = "-";

    private final Orders orders;
    private final OperationRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseOrderDelegate(Orders orders, OperationRecord record, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Object reason = execution.getVariable("reason");
        Order closed = order.close(reason == null ? UNSTATED : reason.toString(), clock.instant())
                .with(Deadlines.NONE);
        orders.update(closed);
        record.add(closed, Fact.ORDER_CLOSED, reason == null ? null : reason.toString());
        events.publishEvent(new OrderClosed(closed.no()));
    }
}
