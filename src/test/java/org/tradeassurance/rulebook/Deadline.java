package org.tradeassurance.rulebook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deadline that a dispute moves by the time of its pause; one born during the pause moves from its birth (AMB-15). */
final class Deadline {

    @Nullable
    private Instant rule;

    private Instant born = Instant.EPOCH;
    private Duration granted = Duration.ZERO;

    void set(Instant due, Instant now) {
        rule = due;
        born = now;
        granted = Duration.ZERO;
    }

    /** The rule gives another instant; time that was granted stays granted. */
    void reset(Instant due) {
        rule = due;
    }

    void clear() {
        rule = null;
    }

    @Nullable
    Instant due() {
        return rule == null ? null : rule.plus(granted);
    }

    void resume(Instant frozenAt, Instant now) {
        granted = granted.plus(Duration.between(born.isAfter(frozenAt) ? born : frozenAt, now));
    }

    /** The deadline has not passed. */
    boolean open(Instant now) {
        Instant due = due();
        return due != null && now.isBefore(due);
    }

    boolean passed(Instant now) {
        Instant due = due();
        return due != null && !now.isBefore(due);
    }
}
