package org.tradeassurance.payment;

import org.tradeassurance.money.Money;
import org.tradeassurance.order.Amounts;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;

/** The money of an order against its contract (TOL-01 to TOL-05, BAL-03); amounts in US dollars. */
record Tally(Amounts agreed, Funds funds, Leg leg, boolean completed) {

    static Tally of(Order order) {
        return new Tally(order.amounts(), order.funds(), Leg.of(order), order.status() == OrderStatus.COMPLETED);
    }

    /** All money until the deposit is accepted is deposit, later money is balance, above the total or after completion it is refunded. */
    Allocation allocate(Money amount) {
        return completed
                ? Allocation.allRefunded(amount)
                : Allocation.to(leg, amount, agreed.total().minus(funds.held()));
    }

    /** What was received above the agreed deposit; it counts towards the balance once the deposit is accepted. */
    Money surplus() {
        return funds.depositReceived().minus(agreed.deposit()).max(Money.ZERO);
    }

    /** What the buyer still has to pay for a leg; an accepted shortfall of the deposit is waived. */
    Money owed(Leg asked) {
        Money owed = asked == Leg.DEPOSIT
                ? agreed.deposit().minus(funds.depositReceived())
                : agreed.balance().minus(funds.balanceReceived());
        boolean closed = asked == Leg.DEPOSIT ? funds.depositAcceptedAt() != null : funds.balanceSettledAt() != null;
        return closed ? Money.ZERO : owed.max(Money.ZERO);
    }
}
