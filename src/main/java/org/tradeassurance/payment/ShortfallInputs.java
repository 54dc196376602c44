package org.tradeassurance.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;

/** What {@code payment-shortfall.dmn} judges: money as whole cents, the date as ISO text (TOL-01 to TOL-03, BAL-03). */
record ShortfallInputs(Leg leg, Money expected, Money received, LocalDate onDate) {

    static ShortfallInputs ofDeposit(Order order, Instant now) {
        return new ShortfallInputs(
                Leg.DEPOSIT, order.amounts().deposit(), order.funds().depositReceived(), Agreed.on(order, now));
    }

    /** @param surplusOfDeposit what the deposit brought beyond itself, which counts towards the balance (TOL-04) */
    static ShortfallInputs ofBalance(Order order, Money surplusOfDeposit, Instant now) {
        return new ShortfallInputs(
                Leg.BALANCE,
                order.amounts().balance().minus(surplusOfDeposit),
                order.funds().balanceReceived().minus(surplusOfDeposit),
                Agreed.on(order, now));
    }

    Map<String, Object> variables() {
        return Map.of(
                "leg", leg.name(),
                "expectedCents", expected.cents(),
                "receivedCents", received.cents(),
                "onDate", onDate.toString());
    }
}
