package org.tradeassurance.confirmation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Record buyer's confirmation": the buyer agrees to the version in force; its eligibility is checked again (TR-05). */
@Component
class RecordBuyerConfirmationDelegate implements JavaDelegate {

    private final Orders orders;
    private final Eligibility eligibility;
    private final Confirmations confirmations;

    RecordBuyerConfirmationDelegate(Orders orders, Eligibility eligibility, Confirmations confirmations) {
        this.orders = orders;
        this.eligibility = eligibility;
        this.confirmations = confirmations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        eligibility.requireBuyer(order);
        confirmations.record(order, Party.BUYER);
    }
}
