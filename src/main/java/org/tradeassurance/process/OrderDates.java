package org.tradeassurance.process;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** Dates of an order that only a row of {@code order-deadlines} knows: bean {@code deadline} in due dates and timers of models. */
@Component("deadline")
public class OrderDates {

    private final Orders orders;
    private final Decisions decisions;

    OrderDates(Orders orders, Decisions decisions) {
        this.orders = orders;
        this.decisions = decisions;
    }

    /**
     * So many times 24 hours after what the row counts from, or before it.
     *
     * @param word of the row
     * @throws IllegalStateException if there is no such row, or the order does not have yet what it counts from
     */
    public java.util.Date of(String orderNo, String word) {
        Order order = orders.get(new OrderNo(orderNo));
        OwnDeadline.Days row = decisions.of(order, new OwnDeadline(word));
        Instant from = row.countsFrom().of(order);
        if (from == null) {
            throw new IllegalStateException(
                    "%s counts from %s, which order %s does not have".formatted(word, row.countsFrom(), orderNo));
        }
        return java.util.Date.from(BusinessTime.daysAfter(from, row.days()));
    }
}
