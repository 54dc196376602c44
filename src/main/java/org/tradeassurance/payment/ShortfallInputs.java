package org.tradeassurance.payment;

import java.time.LocalDate;
import java.util.Map;
import org.tradeassurance.money.Money;

/** What {@code payment-shortfall.dmn} judges: money as whole cents, the date as ISO text (TOL-01 to TOL-03, BAL-03). */
record ShortfallInputs(Leg leg, Money expected, Money received, LocalDate onDate) {

    Map<String, Object> variables() {
        return Map.of(
                "leg", leg.name(),
                "expectedCents", expected.cents(),
                "receivedCents", received.cents(),
                "onDate", onDate.toString());
    }
}
