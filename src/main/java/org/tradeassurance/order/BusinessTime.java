package org.tradeassurance.order;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The business calendar: dates are those of Asia/Shanghai; a day after an instant has 24 hours (section 0 of the rules). */
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern DATE = Pattern.compile("(?!0000)\\d{4}-\\d\\d-\\d\\d");

    /** Not longer than any instant is. */
    private static final Pattern INSTANT = Pattern.compile("(?!0000)\\d{4}-.{5,40}");

    private BusinessTime() {}

    /** Whether a text looks like a date as callers write it: the year has four digits; others are dates to Java and none to the database. */
    public static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /**
     * Reads a date in the one form in which callers and forms write it.
     *
     * @throws DateTimeException if the calendar has no such date
     */
    public static LocalDate date(String text) {
        return LocalDate.parse(written(DATE, text));
    }

    /**
     * The same of an instant.
     *
     * @throws DateTimeException if the text is none
     */
    public static Instant instant(String text) {
        return Instant.parse(written(INSTANT, text));
    }

    private static String written(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeException("not of the form " + form);
        }
        return text;
    }

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
