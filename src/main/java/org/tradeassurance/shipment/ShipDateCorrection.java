package org.tradeassurance.shipment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Order;

/**
 * A shipped order gets another ship date: its deadlines move as far as the date moves them, so that the time of an earlier dispute
 * stays granted (AMB-15).
 */
record ShipDateCorrection(LocalDate from, LocalDate to, CompletionTerms terms) {

    Order apply(Order order) {
        Instant settled = order.funds().balanceSettledAt();
        Deadlines due = order.deadlines();
        Deadlines moved = due.balanceChase(moved(due.balanceChaseAt(), terms.chaseAt(from), terms.chaseAt(to)))
                .autoComplete(moved(due.autoCompleteAt(), completesAt(from, settled), completesAt(to, settled)));
        return order.with(order.shipment().shipped(to)).with(moved);
    }

    /** What does not count from the ship date does not move with it. */
    private Instant completesAt(LocalDate shipDate, @Nullable Instant settled) {
        return terms.completesAt(shipDate, settled, Instant.EPOCH);
    }

    boolean changesAnything() {
        return !Objects.equals(from, to);
    }

    private static @Nullable Instant moved(@Nullable Instant due, Instant before, Instant after) {
        return due == null ? null : due.plus(Duration.between(before, after));
    }
}
