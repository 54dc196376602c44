package org.tradeassurance.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;

/** Whether and when an unpaid order closes by itself: bean {@code autoClose} in the models (AMB-04, PRM-02). */
@Component
public class AutoClose {

    private final Orders orders;
    private final Decisions decisions;

    AutoClose(Orders orders, Decisions decisions) {
        this.orders = orders;
        this.decisions = decisions;
    }

    public boolean isOn(String orderNo) {
        return due(orderNo) != null;
    }

    /** So many times 24 hours after the end of the payment window. */
    public java.util.@Nullable Date due(String orderNo) {
        Order order = orders.get(new OrderNo(orderNo));
        Instant windowEnd = order.deadlines().paymentDueAt();
        Integer days = decisions.of(order, new Deadline.Of(Deadline.AUTO_CLOSE)).days();
        return windowEnd == null || days == null ? null : java.util.Date.from(BusinessTime.daysAfter(windowEnd, days));
    }
}
