package org.tradeassurance.process;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deadlines to which the table {@code order-deadlines} gives days. */
public enum Deadline implements Question.Choosy {
    PAYMENT_WINDOW,
    TOP_UP_CHASE,
    BALANCE_GRACE,
    COVERAGE_END,
    FEEDBACK,
    REPLY,
    PAYMENT_REMINDER,
    RECEIPT_REMINDER,
    /** Off where no days are given (PRM-02). */
    AUTO_CLOSE,
    SHIP_BY,
    SHIPMENT_REMINDER,
    ESCALATION;

    @Override
    public boolean takes(@Nullable String days) {
        return days != null || this == AUTO_CLOSE;
    }

    int in(Days answer) {
        return Objects.requireNonNull(answer.days(), name());
    }

    /** How many days a deadline has. */
    @DecisionTable("order-deadlines")
    public record Of(Deadline deadline) implements Question<Days> {}

    /** So many days. */
    public record Days(@Nullable Integer days) {}
}
