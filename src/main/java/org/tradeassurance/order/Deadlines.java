package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The instants at which something becomes due; null where nothing is. */
public record Deadlines(
        @Nullable Instant paymentDueAt,
        @Nullable Instant balanceChaseAt,
        @Nullable Instant autoCompleteAt,
        @Nullable Instant coverageEndsAt,
        @Nullable Instant feedbackDueAt,
        @Nullable Instant replyDueAt) {

    public Deadlines payment(@Nullable Instant due) {
        return new Deadlines(due, balanceChaseAt, autoCompleteAt, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines balanceChase(@Nullable Instant due) {
        return new Deadlines(paymentDueAt, due, autoCompleteAt, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines autoComplete(@Nullable Instant due) {
        return new Deadlines(paymentDueAt, balanceChaseAt, due, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines coverageEnd(@Nullable Instant due) {
        return new Deadlines(paymentDueAt, balanceChaseAt, autoCompleteAt, due, feedbackDueAt, replyDueAt);
    }

    public Deadlines feedback(@Nullable Instant due) {
        return new Deadlines(paymentDueAt, balanceChaseAt, autoCompleteAt, coverageEndsAt, due, replyDueAt);
    }

    public Deadlines reply(@Nullable Instant due) {
        return new Deadlines(paymentDueAt, balanceChaseAt, autoCompleteAt, coverageEndsAt, feedbackDueAt, due);
    }
}
