package org.tradeassurance.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The business calendar: dates are those of Asia/Shanghai; a day after an instant has 24 hours (section 0 of the rules). */
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** Anchored at an instant: due after as many times 24 hours. */
    public static Instant daysAfter(Instant anchor, int days) {
        return anchor.plus(Duration.ofDays(days));
    }

    /** Anchored at a date: due when the day {@code date + days} is over, at 00:00 Asia/Shanghai of the next. */
    public static Instant endOfDayAfter(LocalDate date, int days) {
        return date.plusDays(days).plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
