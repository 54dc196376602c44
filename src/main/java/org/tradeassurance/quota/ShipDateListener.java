package org.tradeassurance.quota;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.ShipDateCorrected;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.quota.CoverageRelease.Event;
import org.tradeassurance.quota.CoverageRelease.Verdict;

/** Asks {@code coverage-release} again when a corrected clearance moved the ship date; nothing is frozen anew (section 17, QTA-03). */
@Component
class ShipDateListener {

    private final Orders orders;
    private final Decisions decisions;
    private final Outcomes outcomes;

    ShipDateListener(Orders orders, Decisions decisions, Outcomes outcomes) {
        this.orders = orders;
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    @EventListener
    void on(ShipDateCorrected corrected) {
        Order order = orders.lock(corrected.orderNo());
        if (order.status().isTerminal()) {
            return;
        }
        if (decisions.of(order, CoverageRelease.of(order, Event.SHIPPED)).verdict() == Verdict.NOW) {
            outcomes.carryOut(QuotaSteps.release(order));
        } else if (order.progress().frozen()) {
            // What waits for the decision is off: the date that gave rise to it was wrong.
            outcomes.carryOut(Outcome.of(order).then(new QuotaSteps.ReleaseWaits(order.no(), false)));
        }
    }
}
