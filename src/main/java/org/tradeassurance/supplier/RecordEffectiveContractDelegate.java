package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Record effective contract": the first money is posted; the export order follows (ST-13, EXP-02). */
@Component
class RecordEffectiveContractDelegate implements JavaDelegate {

    private final Orders orders;
    private final Suppliers suppliers;
    private final OperationRecord record;
    private final Clock clock;

    RecordEffectiveContractDelegate(Orders orders, Suppliers suppliers, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.progress().effectiveAt() != null) {
            return;
        }
        Instant now = clock.instant();
        orders.update(order.effective(now).with(order.shipment().exportOrderPending(true)));
        suppliers.effective(order.parties().supplierId(), now);
        record.add(order, Fact.CONTRACT_EFFECTIVE, null);
    }
}
