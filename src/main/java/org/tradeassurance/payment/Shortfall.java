package org.tradeassurance.payment;

import org.tradeassurance.money.Money;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Tally;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Question;

/** Whether money is enough for its leg: amounts as whole cents (TOL-01 to TOL-03, BAL-03). */
@DecisionTable("payment-shortfall")
record Shortfall(Leg leg, long expectedCents, long receivedCents) implements Question<Shortfall.Judgement> {

    /** Enough, left to the supplier, or too little. */
    enum Verdict {
        ACCEPT,
        CONFIRM,
        TOP_UP
    }

    /** What becomes of the leg. */
    record Judgement(Verdict verdict) {}

    static Shortfall ofDeposit(Order order) {
        return of(order, Leg.DEPOSIT, Money.ZERO);
    }

    /** @param surplusOfDeposit what the deposit brought beyond itself, which counts towards the balance (TOL-04) */
    static Shortfall ofBalance(Order order, Money surplusOfDeposit) {
        return of(order, Leg.BALANCE, surplusOfDeposit);
    }

    private static Shortfall of(Order order, Leg leg, Money paidBefore) {
        Tally tally = Tally.of(order);
        return new Shortfall(
                leg,
                tally.agreed(leg).minus(paidBefore).cents(),
                tally.received(leg).minus(paidBefore).cents());
    }
}
