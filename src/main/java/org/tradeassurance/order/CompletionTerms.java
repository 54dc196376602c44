package org.tradeassurance.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a shipped order is due (RCV-02, AMB-03, PRM-06, PRM-07).
 *
 * @param days natural days after the ship date within which the buyer pays the balance and confirms receipt
 * @param graceDays natural days that the buyer has at least after a balance paid late
 * @param anchor from where the days of automatic completion count
 */
public record CompletionTerms(int days, int graceDays, Anchor anchor) {

    /** The ship date, or the instant at which the order begins to wait for receipt. */
    public enum Anchor {
        SHIP_DATE,
        STATUS_ENTRY
    }

    /** The end of the last day after the ship date, in Asia/Shanghai: a balance still unpaid is chased (AC-RCV-5). */
    public Instant chaseAt(LocalDate shipDate) {
        return BusinessTime.endOfDayAfter(shipDate, days);
    }

    /**
     * The order completes by itself: at the end of the last day, and not before the grace after the balance is over (AC-RCV-3).
     *
     * @param balanceSettledAt when the balance was paid or accepted, null while nothing is known of it
     * @param waitsSince when the order began to wait for receipt
     */
    public Instant completesAt(LocalDate shipDate, @Nullable Instant balanceSettledAt, Instant waitsSince) {
        Instant due = anchor == Anchor.SHIP_DATE
                ? BusinessTime.endOfDayAfter(shipDate, days)
                : BusinessTime.daysAfter(waitsSince, days);
        if (balanceSettledAt == null) {
            return due;
        }
        Instant graceEnds = BusinessTime.daysAfter(balanceSettledAt, graceDays);
        return graceEnds.isAfter(due) ? graceEnds : due;
    }
}
