package org.tradeassurance.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tradeassurance.order.BusinessTime;

/** The instants that divide the figures of one reading: days to come end at midnight of Asia/Shanghai, days that are over have 24 hours. */
record Bounds(Instant now) {

    LocalDate today() {
        return BusinessTime.dateOf(now);
    }

    /** Midnight at which the day that many days after today ends. */
    Instant endOfDay(int after) {
        return BusinessTime.endOfDayAfter(today(), after);
    }

    Map<String, OffsetDateTime> parameters() {
        return Map.of(
                "now", utc(now),
                "today", utc(endOfDay(0)),
                "inThreeDays", utc(endOfDay(3)),
                "inSevenDays", utc(endOfDay(7)),
                "aDayAgo", utc(ago(1)),
                "threeDaysAgo", utc(ago(3)),
                "sevenDaysAgo", utc(ago(7)));
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
