package org.tradeassurance.order;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The pause of an order that a dispute freezes: its deadlines go on with the time that was left (AMB-15, PRM-13). */
public final class Pause {

    private Pause() {}

    /**
     * A deadline as the row keeps it: one born during the pause is put back by the time the pause has lasted, so that the pause's end,
     * which moves all deadlines by its whole length, moves this one from its birth.
     *
     * @param due the instant that the rules give
     */
    public static Instant born(Order order, Instant due, Instant now) {
        Instant since = order.progress().frozenAt();
        return since == null ? due : due.minus(Duration.between(since, now));
    }

    /** The order goes on: what was due becomes due later by the length of the pause; the agreed ship date stays. */
    public static Order end(Order order, Instant now) {
        Instant since = order.progress().frozenAt();
        if (since == null) {
            return order;
        }
        Duration length = Duration.between(since, now);
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

    private static @Nullable Instant later(@Nullable Instant due, Duration length) {
        return due == null ? null : due.plus(length);
    }
}
