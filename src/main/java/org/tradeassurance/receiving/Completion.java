package org.tradeassurance.receiving;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.quota.CoverageTable;

/** Receipt completes an order; coverage and feedback end a number of days after that instant (RCV-04, FBK-06). */
@Component
class Completion {

    private final Decisions decisions;
    private final CoverageTable table;

    Completion(Decisions decisions, CoverageTable table) {
        this.decisions = decisions;
        this.table = table;
    }

    /**
     * Completes the order.
     *
     * @param at the instant of receipt
     * @param byItself nobody confirmed in time (RCV-02)
     */
    Order complete(Order order, Instant at, boolean byItself) {
        LocalDate onDate = order.rulesDate(at);
        int feedbackDays = decisions.days(order.no(), "FEEDBACK", onDate);
        Instant coverageEnd = table.staysUntilCoverageEnd(order, at)
                ? BusinessTime.daysAfter(at, decisions.days(order.no(), "COVERAGE_END", onDate))
                : null;
        return order.complete(at, byItself)
                .with(due(order.deadlines(), coverageEnd, BusinessTime.daysAfter(at, feedbackDays)));
    }

    private static Deadlines due(Deadlines before, @Nullable Instant coverageEnd, Instant feedback) {
        return before.autoComplete(null).coverageEnd(coverageEnd).feedback(feedback);
    }
}
