package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Refund held money": what a dispute's decision grants moves from the money received to the refund due (TR-22). */
@Component
class RefundHeldMoneyDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;
    private final OperationRecord record;

    RefundHeldMoneyDelegate(Orders orders, Postings postings, OperationRecord record) {
        this.orders = orders;
        this.postings = postings;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Money granted = Money.ofCents((Long) execution.getVariable("grantedCents"));
        if (granted.isZero()) {
            return;
        }
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        orders.update(postings.refund(order, granted));
        record.add(order, Fact.REFUND_GRANTED, granted.toString());
    }
}
