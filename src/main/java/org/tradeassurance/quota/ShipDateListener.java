package org.tradeassurance.quota;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.ShipDateCorrected;
import org.tradeassurance.process.Decisions;

/** Asks {@code coverage-release} again when a corrected clearance moved the ship date; nothing is frozen anew (section 17, QTA-03). */
@Component
class ShipDateListener {

    private final Orders orders;
    private final Decisions decisions;
    private final CoverageRelease coverage;
    private final Clock clock;

    ShipDateListener(Orders orders, Decisions decisions, CoverageRelease coverage, Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.coverage = coverage;
        this.clock = clock;
    }

    @EventListener
    void on(ShipDateCorrected corrected) {
        Order order = orders.lock(corrected.orderNo());
        if (order.status().isTerminal()) {
            return;
        }
        String verdict = decisions
                .evaluate(
                        order.no(),
                        "coverage-release",
                        Map.of(
                                "event", "SHIPPED",
                                "coverageMode",
                                        String.valueOf(
                                                order.agreement().contract().coverage()),
                                "onTime", Boolean.TRUE.equals(order.shipment().onTime()),
                                "coverageState", order.coverage().state().name(),
                                "onDate", order.rulesDate(clock.instant())))
                .text("verdict");
        if (verdict.equals("NOW")) {
            coverage.release(order);
        } else {
            coverage.keep(order);
        }
    }
}
