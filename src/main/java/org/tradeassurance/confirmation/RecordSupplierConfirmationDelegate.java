package org.tradeassurance.confirmation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Record supplier's confirmation": the supplier commits itself, so both parties must still be eligible (TR-03, TR-04, VIO-07). */
@Component
class RecordSupplierConfirmationDelegate implements JavaDelegate {

    private final Orders orders;
    private final Eligibility eligibility;
    private final Confirmations confirmations;

    RecordSupplierConfirmationDelegate(Orders orders, Eligibility eligibility, Confirmations confirmations) {
        this.orders = orders;
        this.eligibility = eligibility;
        this.confirmations = confirmations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        eligibility.requireSupplier(order);
        eligibility.requireBuyer(order);
        confirmations.record(order, Party.SUPPLIER);
    }
}
