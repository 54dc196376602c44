package org.tradeassurance.receiving;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Complete order": the buyer has the goods (RCV-01, TR-19). */
@Component
class CompleteOrderDelegate implements JavaDelegate {

    private final Orders orders;
    private final Completion completion;
    private final OperationRecord record;
    private final Clock clock;

    CompleteOrderDelegate(Orders orders, Completion completion, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.completion = completion;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Action.GOODS_RECEIPT.require(order, Party.BUYER, now);
        orders.update(completion.complete(order, now, false));
        record.add(order, Fact.RECEIPT_CONFIRMED, null);
    }
}
