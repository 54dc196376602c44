package org.tradeassurance.quota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Release waiting coverage": a release that fell due during a dispute happens now (QTA-09). */
@Component
class ReleaseWaitingCoverageDelegate implements JavaDelegate {

    private final Orders orders;
    private final WaitingReleases waiting;
    private final CoverageRelease coverage;

    ReleaseWaitingCoverageDelegate(Orders orders, WaitingReleases waiting, CoverageRelease coverage) {
        this.orders = orders;
        this.waiting = waiting;
        this.coverage = coverage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (waiting.take(order.no())) {
            coverage.release(order);
        }
    }
}
