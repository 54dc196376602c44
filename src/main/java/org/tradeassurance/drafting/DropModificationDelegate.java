package org.tradeassurance.drafting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Drop modification": declined or overtaken by the shipment, the version in force stays (AMB-14). */
@Component
class DropModificationDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    DropModificationDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Order dropped = order.proposed(null);
        orders.update(
                order.shipment().exportServicePending()
                        ? dropped.with(order.shipment().checked(ExportCheck.ALLOWED))
                        : dropped);
        record.add(order, Fact.MODIFICATION_DROPPED, null);
    }
}
