package org.tradeassurance.quota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Release coverage quota": the order holds nothing of the supplier's quota any more (QTA-03 to QTA-06). */
@Component
class ReleaseCoverageQuotaDelegate implements JavaDelegate {

    private final Orders orders;
    private final CoverageRelease coverage;

    ReleaseCoverageQuotaDelegate(Orders orders, CoverageRelease coverage) {
        this.orders = orders;
        this.coverage = coverage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        coverage.release(orders.lock(new OrderNo(execution.getProcessBusinessKey())));
    }
}
