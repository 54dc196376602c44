package org.tradeassurance.order;

import org.tradeassurance.money.Money;

/**
 * The money of an order against its contract: what is owed, and what came in above it (TOL-01 to TOL-05, BAL-03). Statements that need what an
 * order owes read {@code trade_order.owed}, which a test holds against this type.
 */
public record Tally(Amounts agreed, Funds funds, OrderStatus status) {

    public static Tally of(Order order) {
        return new Tally(order.amounts(), order.funds(), order.status());
    }

    /** The leg that money counts towards now: accepting the deposit closes its leg, later money is balance (TOL-04). */
    public Leg leg() {
        return funds.depositAcceptedAt() == null ? Leg.DEPOSIT : Leg.BALANCE;
    }

    public Money agreed(Leg leg) {
        return leg == Leg.DEPOSIT ? agreed.deposit() : agreed.balance();
    }

    public Money received(Leg leg) {
        return leg == Leg.DEPOSIT ? funds.depositReceived() : funds.balanceReceived();
    }

    /** What the buyer still has to pay for the leg that is open. */
    public Money owed() {
        return owed(leg());
    }

    /** What the buyer still has to pay for a leg: nothing once it is closed, as an accepted shortfall is waived, nor once the order is over. */
    public Money owed(Leg leg) {
        boolean closed = (leg == Leg.DEPOSIT ? funds.depositAcceptedAt() : funds.balanceSettledAt()) != null;
        return closed || status.isTerminal()
                ? Money.ZERO
                : agreed(leg).minus(received(leg)).max(Money.ZERO);
    }

    /** What was received above the agreed deposit; it counts towards the balance once the deposit is accepted. */
    public Money surplus() {
        return funds.depositReceived().minus(agreed.deposit()).max(Money.ZERO);
    }

    /** What the order can still take: nothing above its total, nothing once it is completed (TOL-04). */
    public Money room() {
        return status == OrderStatus.COMPLETED ? Money.ZERO : agreed.total().minus(funds.held());
    }
}
