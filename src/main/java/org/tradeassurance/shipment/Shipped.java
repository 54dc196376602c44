package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Tally;

/** What a ship date makes of an order. */
final class Shipped {

    private Shipped() {}

    /** Gives the order its ship date, and moves on to the balance or, if nothing is owed, to the receipt (TR-16, TR-17). */
    static Order ship(Order order, LocalDate shipDate) {
        OrderStatus next = Tally.of(order).owed(Leg.BALANCE).isPositive()
                ? OrderStatus.SHIPPED_AWAITING_BALANCE
                : OrderStatus.AWAITING_RECEIPT;
        return order.with(order.shipment().shipped(shipDate)).become(next);
    }
}
