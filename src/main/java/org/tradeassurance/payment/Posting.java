package org.tradeassurance.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Tally;

/** How money moves (挂账): a remittance and its order change together, so that the order's sums are those of its remittances. */
final class Posting {

    private Posting() {}

    /** A remittance counts: from now on its money lies where the allocation says. */
    record Applied(Remittance remittance, Leg leg, Allocation allocation, Instant at) implements Effect {}

    /** The money of a counted remittance moves to another place. */
    record Moved(Remittance remittance, Allocation allocation) implements Effect {}

    /** The finance desk looks for the order that a remittance is meant for. */
    record Suspended(Remittance remittance, Remittance.Reason reason, OrderNo no) implements Effect {}

    /** A part of a remittance is to be paid back; the buyer is told where an order is known. */
    record RefundDue(
            Remittance remittance,
            Money amount,
            Refund.Cause cause,
            @Nullable Order order) implements Effect {}

    /** Counts pending money, given in the order of notification (TOL-05). */
    static Outcome post(Order order, List<Remittance> pending, Instant now) {
        Outcome outcome = Outcome.of(order);
        for (Remittance remittance : pending) {
            Order before = outcome.order();
            Allocation allocation = Allocation.of(remittance.money(), Tally.of(before));
            outcome = outcome.with(before.with(allocation.addedTo(before.funds())))
                    .told(Fact.MONEY_POSTED, remittance.notification().told())
                    .then(new Applied(remittance, Tally.of(before).leg(), allocation, now));
            if (allocation.refund().isPositive()) {
                Refund.Cause cause =
                        before.status() == OrderStatus.COMPLETED ? Refund.Cause.ORDER_COMPLETED : Refund.Cause.SURPLUS;
                outcome = outcome.then(new RefundDue(remittance, allocation.refund(), cause, before));
            }
        }
        return outcome;
    }

    /**
     * What was received above the agreed deposit becomes balance, the latest money first (TOL-04).
     *
     * @param applied in the order of notification; needed where there is a surplus only
     */
    static Outcome moveSurplus(Order order, List<Remittance> applied) {
        Money surplus = Tally.of(order).surplus();
        if (surplus.isZero()) {
            return Outcome.of(order);
        }
        Order moved = order.with(order.funds().plus(Money.ZERO.minus(surplus), surplus, Money.ZERO));
        return move(Outcome.of(moved), applied, allocations -> Allocation.moveToBalance(allocations, surplus));
    }

    /**
     * Money that the order holds becomes due for refund, its deposit before its balance, the latest money first (TR-22).
     *
     * @param applied in the order of notification
     * @throws IllegalArgumentException if the order holds less
     */
    static Outcome refund(Order order, Money amount, List<Remittance> applied) {
        Money deposit = amount.min(order.funds().depositReceived());
        Money balance = amount.minus(deposit);
        if (balance.exceeds(order.funds().balanceReceived())) {
            throw new IllegalArgumentException("Order %s holds less than %s".formatted(order.no(), amount));
        }
        Order refunded = order.with(order.funds().plus(Money.ZERO.minus(deposit), Money.ZERO.minus(balance), amount));
        return move(Outcome.of(refunded), applied, allocations -> Allocation.refund(allocations, deposit, balance));
    }

    /** Moves money between the places of remittances, the newest first; what comes due for refund is asked for. */
    private static Outcome move(Outcome outcome, List<Remittance> applied, UnaryOperator<List<Allocation>> change) {
        List<Remittance> newestFirst = new ArrayList<>(applied);
        Collections.reverse(newestFirst);
        List<Allocation> moved =
                change.apply(newestFirst.stream().map(Remittance::allocation).toList());
        Outcome then = outcome;
        for (int i = 0; i < moved.size(); i++) {
            Remittance remittance = newestFirst.get(i);
            Money more = moved.get(i).refund().minus(remittance.allocation().refund());
            if (!moved.get(i).equals(remittance.allocation())) {
                then = then.then(new Moved(remittance, moved.get(i)));
            }
            if (more.isPositive()) {
                then = then.then(new RefundDue(remittance, more, Refund.Cause.DISPUTE, outcome.order()));
            }
        }
        return then;
    }

    /** Money that an order did not take before it closes goes to the finance desk, never back to the order by itself (AMB-28). */
    static Outcome suspend(Outcome closing, List<Remittance> pending) {
        Outcome outcome = closing;
        for (Remittance remittance : pending) {
            outcome = outcome.then(new Suspended(
                    remittance, Remittance.Reason.ORDER_CLOSED, closing.order().no()));
        }
        return outcome;
    }

    /**
     * An order whose deposit lies in the inbox is not unpaid: nobody closes it, by no way (AMB-29).
     *
     * @throws Refusal {@code deposit-already-posted}
     */
    static void requireNoDeposit(Order order, List<Remittance> pending) {
        Money deposit = pending.stream().map(Remittance::money).reduce(Money.ZERO, Money::plus);
        if (order.status().collectsDeposit() && deposit.isPositive()) {
            throw new Refusal(Problem.DEPOSIT_ALREADY_POSTED, order.no(), deposit);
        }
    }
}
