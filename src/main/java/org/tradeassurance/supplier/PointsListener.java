package org.tradeassurance.supplier;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderClosed;
import org.tradeassurance.order.Orders;

/** When an effective order is closed, the table {@code order-points} may take its points back (AMB-25, PRM-21). */
@Component
class PointsListener {

    private final Orders orders;
    private final Points points;
    private final OperationRecord record;

    PointsListener(Orders orders, Points points, OperationRecord record) {
        this.orders = orders;
        this.points = points;
        this.record = record;
    }

    @EventListener
    void on(OrderClosed closed) {
        Order order = orders.get(closed.no());
        if (order.progress().effectiveAt() == null) {
            return;
        }
        int change = points.takeBack(order.no(), order.parties().supplierId());
        if (change != 0) {
            record.add(order, Fact.POINTS_TAKEN_BACK, Integer.toString(-change));
        }
    }
}
