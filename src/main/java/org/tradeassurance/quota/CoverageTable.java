package org.tradeassurance.quota;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;

/** When the table {@code coverage-release} gives the frozen quota of an order back (QTA-03 to QTA-05). */
@Component
public class CoverageTable {

    private final Decisions decisions;

    CoverageTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether the goods are shipped, and the quota is released now. */
    boolean releasesOnShipment(Order order, Instant now) {
        return verdict(order, "SHIPPED", now).equals("NOW");
    }

    /** Whether the goods are received, and the quota stays frozen until the coverage ends: neither released now nor before. */
    public boolean staysUntilCoverageEnd(Order order, Instant now) {
        return !Set.of("NOW", "NOTHING").contains(verdict(order, "RECEIVED", now));
    }

    private String verdict(Order order, String event, Instant now) {
        Map<String, Object> facts = Map.of(
                "event", event,
                "coverageMode", String.valueOf(order.agreement().contract().coverage()),
                "onTime", Boolean.TRUE.equals(order.shipment().onTime()),
                "coverageState", order.coverage().state().name(),
                "onDate", order.rulesDate(now));
        return decisions.evaluate(order.no(), "coverage-release", facts).text("verdict");
    }
}
