package org.tradeassurance.quota;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.ShipDateCorrected;

/** Asks {@code coverage-release} again when a corrected clearance moved the ship date; nothing is frozen anew (section 17, QTA-03). */
@Component
class ShipDateListener {

    private final Orders orders;
    private final CoverageTable table;
    private final Outcomes outcomes;
    private final WaitingReleases waiting;
    private final Clock clock;

    ShipDateListener(Orders orders, CoverageTable table, Outcomes outcomes, WaitingReleases waiting, Clock clock) {
        this.orders = orders;
        this.table = table;
        this.outcomes = outcomes;
        this.waiting = waiting;
        this.clock = clock;
    }

    @EventListener
    void on(ShipDateCorrected corrected) {
        Order order = orders.lock(corrected.orderNo());
        if (order.status().isTerminal()) {
            return;
        }
        if (table.releasesOnShipment(order, clock.instant())) {
            outcomes.carryOut(QuotaSteps.release(order));
        } else if (order.progress().frozen()) {
            waiting.take(order.no()); // what waits for the decision is off: the date that gave rise to it was wrong
        }
    }
}
