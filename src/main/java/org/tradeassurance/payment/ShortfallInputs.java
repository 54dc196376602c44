package org.tradeassurance.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Tally;

/** What {@code payment-shortfall.dmn} judges: money as whole cents, the date as ISO text (TOL-01 to TOL-03, BAL-03). */
record ShortfallInputs(Leg leg, Money expected, Money received, LocalDate onDate) {

    static ShortfallInputs ofDeposit(Order order, Instant now) {
        return ofLeg(order, Leg.DEPOSIT, Money.ZERO, now);
    }

    /** @param surplusOfDeposit what the deposit brought beyond itself, which counts towards the balance (TOL-04) */
    static ShortfallInputs ofBalance(Order order, Money surplusOfDeposit, Instant now) {
        return ofLeg(order, Leg.BALANCE, surplusOfDeposit, now);
    }

    private static ShortfallInputs ofLeg(Order order, Leg leg, Money paidBefore, Instant now) {
        Tally tally = Tally.of(order);
        return new ShortfallInputs(
                leg, tally.agreed(leg).minus(paidBefore), tally.received(leg).minus(paidBefore), Agreed.on(order, now));
    }

    Map<String, Object> variables() {
        return Map.of(
                "leg", leg.name(),
                "expectedCents", expected.cents(),
                "receivedCents", received.cents(),
                "onDate", onDate.toString());
    }
}
