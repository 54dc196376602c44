package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the order has come. */
public record Progress(
        OrderStatus status,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant frozenAt,
        @Nullable Instant effectiveAt,
        @Nullable Instant completedAt,
        boolean autoCompleted,
        Order.@Nullable Closing closing) {

    public boolean frozen() {
        return frozenAt != null;
    }

    Progress at(OrderStatus next) {
        return new Progress(next, openedAt, submittedAt, frozenAt, effectiveAt, completedAt, autoCompleted, closing);
    }

    /** A dispute freezes the order from an instant on, or, with null, no longer (ST-12). */
    public Progress frozenSince(@Nullable Instant at) {
        return new Progress(status, openedAt, submittedAt, at, effectiveAt, completedAt, autoCompleted, closing);
    }

    public Progress submitted(Instant at) {
        return new Progress(status, openedAt, at, frozenAt, effectiveAt, completedAt, autoCompleted, closing);
    }
}
