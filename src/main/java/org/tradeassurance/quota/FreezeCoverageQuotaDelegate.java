package org.tradeassurance.quota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Freeze coverage quota": holds the covered amount of the version that the supplier has committed to, no more and no less. */
@Component
class FreezeCoverageQuotaDelegate implements JavaDelegate {

    private final Orders orders;
    private final CoveredAmount coverage;

    FreezeCoverageQuotaDelegate(Orders orders, CoveredAmount coverage) {
        this.orders = orders;
        this.coverage = coverage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.update(coverage.align(orders.lock(new OrderNo(execution.getProcessBusinessKey()))));
    }
}
