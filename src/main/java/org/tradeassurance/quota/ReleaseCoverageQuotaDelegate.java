package org.tradeassurance.quota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Release coverage quota": gives back all that the order still holds, after a dispute if one is open; again changes nothing (QTA-09, QTA-10). */
@Component
class ReleaseCoverageQuotaDelegate implements JavaDelegate {

    private final Orders orders;
    private final Quotas quotas;
    private final WaitingReleases waiting;
    private final OperationRecord record;

    ReleaseCoverageQuotaDelegate(Orders orders, Quotas quotas, WaitingReleases waiting, OperationRecord record) {
        this.orders = orders;
        this.quotas = quotas;
        this.waiting = waiting;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Money held = order.coverage().frozen();
        if (held.isZero()) {
            return;
        }
        if (order.progress().frozen()) {
            waiting.add(order.no());
            return;
        }
        quotas.release(order, held, "coverage-ended");
        orders.update(order.with(new Coverage(order.coverage().amount(), Coverage.State.RELEASED)));
        record.add(order, "coverage-released", held.toString());
    }
}
