package org.tradeassurance.quota;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract.CoverageMode;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Question;

/** When the frozen quota of an order is given back (QTA-03 to QTA-05). */
@DecisionTable("coverage-release")
public record CoverageRelease(
        Event event, @Nullable CoverageMode coverageMode, boolean onTime, Coverage.State coverageState)
        implements Question<CoverageRelease.Judgement> {

    /** What has happened to the goods. */
    public enum Event {
        SHIPPED,
        RECEIVED
    }

    /** When it is given back; {@code NOTHING}: it was, or nothing is held. */
    public enum Verdict {
        NOW,
        KEEP,
        AT_COVERAGE_END,
        NOTHING
    }

    /** When. */
    public record Judgement(Verdict verdict) {

        /** Neither released now nor before. */
        public boolean stays() {
            return verdict == Verdict.KEEP || verdict == Verdict.AT_COVERAGE_END;
        }
    }

    public static CoverageRelease of(Order order, Event event) {
        return new CoverageRelease(
                event,
                order.agreement().contract().coverage(),
                Boolean.TRUE.equals(order.shipment().onTime()),
                order.coverage().state());
    }
}
