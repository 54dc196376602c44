package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "Accept deposit": the deposit leg closes, the ship date is fixed, the goods are awaited (TR-10, TR-13, TR-15, DRF-05). */
@Component
class AcceptDepositDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;
    private final Settlement settlement;
    private final Eligibility eligibility;
    private final OperationRecord record;

    AcceptDepositDelegate(
            Orders orders, Postings postings, Settlement settlement, Eligibility eligibility, OperationRecord record) {
        this.orders = orders;
        this.postings = postings;
        this.settlement = settlement;
        this.eligibility = eligibility;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        settlement.requireDeposit(order);
        if ("CONFIRM".equals(execution.getVariable("shortfallVerdict"))) {
            eligibility.requireSupplierOfRunning(order);
        }
        Order accepted = postings.acceptDeposit(order).become(OrderStatus.AWAITING_SHIPMENT);
        Order dated = accepted.with(accepted.shipment().agreed(Agreed.shipDate(accepted)));
        orders.update(dated);
        record.add(dated, Fact.DEPOSIT_ACCEPTED, order.funds().depositReceived().toString());
    }
}
