package org.tradeassurance.eligibility;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Check eligibility": refuses an order whose buyer or supplier may not use trade assurance. */
@Component
class CheckEligibilityDelegate implements JavaDelegate {

    private final Orders orders;
    private final Eligibility eligibility;

    CheckEligibilityDelegate(Orders orders, Eligibility eligibility) {
        this.orders = orders;
        this.eligibility = eligibility;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(new OrderNo(execution.getProcessBusinessKey()));
        eligibility.requireSupplier(order);
        eligibility.requireBuyer(order);
    }
}
