package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;

/** What a ship date makes of an order. */
final class Shipped {

    private Shipped() {}

    /** On time up to and including the agreed date, by dates of Asia/Shanghai (SHP-05, AMB-10). */
    static boolean onTime(LocalDate shipDate, @Nullable LocalDate agreed) {
        return agreed == null || !shipDate.isAfter(agreed);
    }

    /** What the buyer still owes: the contract's balance less the surplus of the deposit (TR-16, TOL-04). */
    static Money owed(Order order) {
        return order.amounts().balance().minus(order.funds().balanceReceived()).max(Money.ZERO);
    }

    /** Gives the order its ship date, and moves on to the balance or, if nothing is owed, to the receipt (TR-16, TR-17). */
    static Order ship(Order order, LocalDate shipDate) {
        OrderStatus next =
                owed(order).isPositive() ? OrderStatus.SHIPPED_AWAITING_BALANCE : OrderStatus.AWAITING_RECEIPT;
        return date(order, shipDate).become(next);
    }

    static Order date(Order order, LocalDate shipDate) {
        boolean onTime = onTime(shipDate, order.shipment().agreedShipDate());
        return order.with(order.shipment().shipped(shipDate, onTime));
    }
}
