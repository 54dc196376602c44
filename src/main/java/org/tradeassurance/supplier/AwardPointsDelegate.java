package org.tradeassurance.supplier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Award points": once an order, when its first money is posted (PNT-01, PNT-02). */
@Component
class AwardPointsDelegate implements JavaDelegate {

    private final Orders orders;
    private final Points points;
    private final OperationRecord record;

    AwardPointsDelegate(Orders orders, Points points, OperationRecord record) {
        this.orders = orders;
        this.points = points;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        int earned = points.awardOrder(order.no(), order.parties().supplierId());
        if (earned > 0) {
            record.add(order, Fact.POINTS_AWARDED, Integer.toString(earned));
        }
    }
}
