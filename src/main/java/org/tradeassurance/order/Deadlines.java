package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The instants at which something becomes due; null where nothing is. */
public record Deadlines(
        @Nullable Instant paymentDueAt,
        @Nullable Instant topUpChaseAt,
        @Nullable Instant balanceChaseAt,
        @Nullable Instant autoCompleteAt,
        @Nullable Instant coverageEndsAt,
        @Nullable Instant feedbackDueAt,
        @Nullable Instant replyDueAt) {

    public static final Deadlines NONE = new Deadlines(null, null, null, null, null, null, null);

    public Deadlines payment(@Nullable Instant due) {
        return new Deadlines(
                due, topUpChaseAt, balanceChaseAt, autoCompleteAt, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines topUpChase(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, due, balanceChaseAt, autoCompleteAt, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines balanceChase(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, topUpChaseAt, due, autoCompleteAt, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines autoComplete(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, topUpChaseAt, balanceChaseAt, due, coverageEndsAt, feedbackDueAt, replyDueAt);
    }

    public Deadlines coverageEnd(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, topUpChaseAt, balanceChaseAt, autoCompleteAt, due, feedbackDueAt, replyDueAt);
    }

    public Deadlines feedback(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, topUpChaseAt, balanceChaseAt, autoCompleteAt, coverageEndsAt, due, replyDueAt);
    }

    public Deadlines reply(@Nullable Instant due) {
        return new Deadlines(
                paymentDueAt, topUpChaseAt, balanceChaseAt, autoCompleteAt, coverageEndsAt, feedbackDueAt, due);
    }
}
