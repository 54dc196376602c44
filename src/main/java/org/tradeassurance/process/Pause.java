package org.tradeassurance.process;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Order;

/** The pause of an order that a dispute freezes: its deadlines go on with the time that was left, if the table says so (AMB-15, PRM-13). */
@Component
public class Pause {

    private final Decisions decisions;

    Pause(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * A deadline as the row keeps it: one born during the pause is put back by the time the pause has lasted, so that the pause's end,
     * which moves all deadlines by its whole length, moves this one from its birth.
     *
     * @param due the instant that the rules give
     */
    public Instant born(Order order, Instant due, Instant now) {
        return due.minus(length(order, now));
    }

    /** The order goes on: what was due becomes due later by the length of the pause; the agreed ship date stays. */
    public Order end(Order order, Instant now) {
        Duration length = length(order, now);
        Deadlines due = order.deadlines();
        return order.with(order.progress().frozenSince(null))
                .with(new Deadlines(
                        later(due.paymentDueAt(), length),
                        later(due.topUpChaseAt(), length),
                        later(due.balanceChaseAt(), length),
                        later(due.autoCompleteAt(), length),
                        later(due.coverageEndsAt(), length),
                        later(due.feedbackDueAt(), length),
                        later(due.replyDueAt(), length)));
    }

    /** Nothing where the order is not frozen, or where its deadlines run on. */
    private Duration length(Order order, Instant now) {
        Instant since = order.progress().frozenAt();
        return since != null && decisions.chose(order, Policy.PAUSE_IN_DISPUTE, Policy.Choice.YES)
                ? Duration.between(since, now)
                : Duration.ZERO;
    }

    private static @Nullable Instant later(@Nullable Instant due, Duration length) {
        return due == null ? null : due.plus(length);
    }
}
