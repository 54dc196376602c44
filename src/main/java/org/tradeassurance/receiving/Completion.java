package org.tradeassurance.receiving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.quota.CoverageRelease;
import org.tradeassurance.quota.CoverageRelease.Event;

/** Receipt completes an order; coverage and feedback end a number of days after that instant (RCV-04, FBK-06). */
@Component
class Completion {

    private final Decisions decisions;

    Completion(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Completes the order.
     *
     * @param at the instant of receipt
     * @param byItself nobody confirmed in time (RCV-02)
     */
    Order complete(Order order, Instant at, boolean byItself) {
        int feedbackDays = decisions.days(order, Deadline.FEEDBACK);
        boolean covered =
                decisions.of(order, CoverageRelease.of(order, Event.RECEIVED)).stays();
        Instant coverageEnd = covered ? BusinessTime.daysAfter(at, decisions.days(order, Deadline.COVERAGE_END)) : null;
        return order.complete(at, byItself)
                .with(due(order.deadlines(), coverageEnd, BusinessTime.daysAfter(at, feedbackDays)));
    }

    private static Deadlines due(Deadlines before, @Nullable Instant coverageEnd, Instant feedback) {
        return before.autoComplete(null).coverageEnd(coverageEnd).feedback(feedback);
    }
}
