package org.tradeassurance.supplier;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderClosed;
import org.tradeassurance.order.Orders;

/** What an order earns its supplier, and what the table {@code order-points} takes back when it is closed (AMB-25, PRM-21). */
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
    void on(SupplierSteps.Earns earns) {
        Order order = earns.order();
        int earned = points.awardOrder(order.no(), order.parties().supplierId());
        if (earned > 0) {
            record.add(order, Fact.POINTS_AWARDED, Integer.toString(earned));
        }
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
