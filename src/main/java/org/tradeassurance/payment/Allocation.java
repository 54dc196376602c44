package org.tradeassurance.payment;

import java.util.ArrayList;
import java.util.List;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Tally;

/** Where the money of one remittance lies: every cent counts for a leg, is due for refund or is paid out (TOL-04). */
record Allocation(Money deposit, Money balance, Money refund, Money paid) {

    static final Allocation NONE = new Allocation(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** What the order has room for counts towards the leg that is open, the rest is due for refund. */
    static Allocation of(Money amount, Tally tally) {
        Money counted = amount.min(tally.room());
        Money rest = amount.minus(counted);
        return tally.leg() == Leg.DEPOSIT
                ? new Allocation(counted, Money.ZERO, rest, Money.ZERO)
                : new Allocation(Money.ZERO, counted, rest, Money.ZERO);
    }

    Funds addedTo(Funds funds) {
        return funds.plus(deposit, balance, refund);
    }

    boolean counts() {
        return deposit.plus(balance).isPositive();
    }

    Money sum() {
        return deposit.plus(balance).plus(refund).plus(paid);
    }

    Allocation plus(Allocation other) {
        return new Allocation(
                deposit.plus(other.deposit),
                balance.plus(other.balance),
                refund.plus(other.refund),
                paid.plus(other.paid));
    }

    /** Takes parts of the deposit and of the balance back to the buyer, from the first of the list on (TR-22). */
    static List<Allocation> refund(List<Allocation> newestFirst, Money ofDeposit, Money ofBalance) {
        List<Allocation> moved = new ArrayList<>();
        Money depositLeft = ofDeposit;
        Money balanceLeft = ofBalance;
        for (Allocation a : newestFirst) {
            Money deposit = a.deposit.min(depositLeft);
            Money balance = a.balance.min(balanceLeft);
            depositLeft = depositLeft.minus(deposit);
            balanceLeft = balanceLeft.minus(balance);
            moved.add(new Allocation(
                    a.deposit.minus(deposit),
                    a.balance.minus(balance),
                    a.refund.plus(deposit).plus(balance),
                    a.paid));
        }
        return moved;
    }

    /** Moves a surplus of the deposit to the balance, from the first of the list on: the caller puts the newest first (TOL-04). */
    static List<Allocation> moveToBalance(List<Allocation> newestFirst, Money surplus) {
        List<Allocation> moved = new ArrayList<>();
        Money left = surplus;
        for (Allocation allocation : newestFirst) {
            Money part = allocation.deposit.min(left);
            left = left.minus(part);
            moved.add(new Allocation(
                    allocation.deposit.minus(part), allocation.balance.plus(part), allocation.refund, allocation.paid));
        }
        return moved;
    }
}
