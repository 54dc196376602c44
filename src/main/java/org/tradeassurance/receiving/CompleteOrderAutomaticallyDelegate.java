package org.tradeassurance.receiving;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "Complete order automatically": nobody confirmed in time; the order's row decides, not the timer (RCV-02, RCV-03, TR-20). */
@Component
class CompleteOrderAutomaticallyDelegate implements JavaDelegate {

    private final Orders orders;
    private final Completion completion;
    private final OperationRecord record;
    private final Clock clock;

    CompleteOrderAutomaticallyDelegate(Orders orders, Completion completion, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.completion = completion;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Instant due = order.deadlines().autoCompleteAt();
        boolean isDue = order.status() == OrderStatus.AWAITING_RECEIPT && due != null && !now.isBefore(due);
        if (!isDue || order.progress().frozen()) {
            throw new IllegalStateException("Order %s is not due for completion".formatted(order.no()));
        }
        orders.update(completion.complete(order, now, true));
        record.add(order, Fact.COMPLETED_AUTOMATICALLY, null);
    }
}
