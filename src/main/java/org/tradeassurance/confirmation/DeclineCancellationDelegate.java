package org.tradeassurance.confirmation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Decline cancellation": the supplier keeps the order open; the buyer may ask again (TR-08). */
@Component
class DeclineCancellationDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    DeclineCancellationDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        orders.update(order.cancellationRequested(null));
        record.add(order, Fact.CANCELLATION_DECLINED, null);
    }
}
