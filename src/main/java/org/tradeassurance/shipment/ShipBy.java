package org.tradeassurance.shipment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;

/** Until when goods leave on time: bean {@code shipBy} in the models, by dates of Asia/Shanghai (SHP-05, AMB-10, PRM-11). */
@Component
public class ShipBy {

    private final Orders orders;
    private final Decisions decisions;

    ShipBy(Orders orders, Decisions decisions) {
        this.orders = orders;
        this.decisions = decisions;
    }

    /** 24:00 of the last day that is on time, null where no ship date is agreed. */
    public java.util.@Nullable Date midnight(String orderNo) {
        Instant end = end(orders.get(new OrderNo(orderNo)));
        return end == null ? null : java.util.Date.from(end);
    }

    /** The same as an instant. */
    public @Nullable Instant end(Order order) {
        LocalDate agreed = order.shipment().agreedShipDate();
        return agreed == null ? null : BusinessTime.endOfDayAfter(agreed, days(order));
    }

    boolean onTime(Order order, LocalDate shipDate) {
        LocalDate agreed = order.shipment().agreedShipDate();
        return agreed == null || !shipDate.isAfter(agreed.plusDays(days(order)));
    }

    private int days(Order order) {
        return decisions.days(order, Deadline.SHIP_BY);
    }
}
