package org.tradeassurance.export;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Record export settlement": the export desk has found a way although the export service refused (AMB-09). */
@Component
class RecordExportSettlementDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    RecordExportSettlementDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        orders.update(order.with(order.shipment().checked(ExportCheck.ALLOWED)));
        record.add(order, Fact.EXPORT_SETTLED, (String) execution.getVariable("reason"));
    }
}
