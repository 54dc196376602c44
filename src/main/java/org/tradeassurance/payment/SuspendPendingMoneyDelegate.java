package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Suspend pending money": what an order had not taken before it closes goes to the finance desk (TOL-04, AMB-28). */
@Component
class SuspendPendingMoneyDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;

    SuspendPendingMoneyDelegate(Orders orders, Postings postings) {
        this.orders = orders;
        this.postings = postings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        postings.requireNoDeposit(order);
        postings.suspendPending(order.no());
    }
}
