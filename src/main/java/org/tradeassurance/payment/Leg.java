package org.tradeassurance.payment;

import org.tradeassurance.order.Order;

/** The two payments of an order; accepting the deposit closes its leg, later money is balance (TOL-04). */
enum Leg {
    DEPOSIT,
    BALANCE;

    /** The leg that money counts towards now. */
    static Leg of(Order order) {
        return order.funds().depositAcceptedAt() == null ? DEPOSIT : BALANCE;
    }
}
