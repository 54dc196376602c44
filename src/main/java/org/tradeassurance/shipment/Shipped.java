package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;

/** What a ship date makes of an order. */
final class Shipped {

    private Shipped() {}

    /** What the buyer still owes: the contract's balance less the surplus of the deposit (TR-16, TOL-04). */
    static Money owed(Order order) {
        return order.amounts().balance().minus(order.funds().balanceReceived()).max(Money.ZERO);
    }

    /** Gives the order its ship date, and moves on to the balance or, if nothing is owed, to the receipt (TR-16, TR-17). */
    static Order ship(Order order, LocalDate shipDate, boolean onTime) {
        OrderStatus next =
                owed(order).isPositive() ? OrderStatus.SHIPPED_AWAITING_BALANCE : OrderStatus.AWAITING_RECEIPT;
        return order.with(order.shipment().shipped(shipDate, onTime)).become(next);
    }
}
