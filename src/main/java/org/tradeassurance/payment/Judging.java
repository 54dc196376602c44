package org.tradeassurance.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;

/** The instant and the date that decide which rows of the tables an order is judged by (section 17 of the rules). */
final class Judging {

    private Judging() {}

    /** The instant at which both parties had confirmed; before that, now. */
    static Instant agreedAt(Order order, Instant now) {
        return Stream.of(order.agreement().supplier().at(), order.agreement().buyer().at())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** The date of the agreement in Asia/Shanghai. */
    static LocalDate date(Order order, Instant now) {
        return BusinessTime.dateOf(agreedAt(order, now));
    }
}
