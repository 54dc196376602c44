package org.tradeassurance.shipment;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** "Record declaration": the supplier has dispatched all goods under at least one export order (AMB-27). */
@Component
class RecordDeclarationDelegate implements JavaDelegate {

    private final Orders orders;
    private final LinkedExportOrders exportOrders;
    private final Eligibility eligibility;
    private final OperationRecord record;
    private final Clock clock;

    RecordDeclarationDelegate(
            Orders orders,
            LinkedExportOrders exportOrders,
            Eligibility eligibility,
            OperationRecord record,
            Clock clock) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.eligibility = eligibility;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Action.SHIPMENT_DECLARATION.require(order, Party.SUPPLIER, now);
        eligibility.requireSupplierOfRunning(order);
        if (exportOrders.of(order).linked() == 0) {
            throw new Refusal(Problem.NO_EXPORT_ORDER, order.no());
        }
        orders.update(order.with(order.shipment().declared(now)));
        record.add(order, Fact.SHIPMENT_DECLARED, null);
    }
}
