package org.tradeassurance.overview;

import java.time.LocalDate;
import java.util.List;

/** How many orders were opened, completed and closed on each of the last 90 days, today the last. */
record Trend(List<TrendDay> days) {

    static final int DAYS = 90;

    record TrendDay(LocalDate date, long opened, long completed, long closed) {}
}
