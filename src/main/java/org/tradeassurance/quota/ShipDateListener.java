package org.tradeassurance.quota;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.ShipDateCorrected;

/** Asks {@code coverage-release} again when a corrected clearance moved the ship date; nothing is frozen anew (section 17, QTA-03). */
@Component
class ShipDateListener {

    private final Orders orders;
    private final CoverageTable table;
    private final CoverageRelease coverage;
    private final Clock clock;

    ShipDateListener(Orders orders, CoverageTable table, CoverageRelease coverage, Clock clock) {
        this.orders = orders;
        this.table = table;
        this.coverage = coverage;
        this.clock = clock;
    }

    @EventListener
    void on(ShipDateCorrected corrected) {
        Order order = orders.lock(corrected.orderNo());
        if (order.status().isTerminal()) {
            return;
        }
        if (table.releasesOnShipment(order, clock.instant())) {
            coverage.release(order);
        } else {
            coverage.keep(order);
        }
    }
}
