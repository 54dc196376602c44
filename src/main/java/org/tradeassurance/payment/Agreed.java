package org.tradeassurance.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;

/** When a contract was agreed: the payment window starts then, and the rows of the tables that were valid then judge its money (section 17). */
final class Agreed {

    private Agreed() {}

    /** The instant of the later confirmation; while a contract is not confirmed, the instant given. */
    static Instant at(Order order, Instant now) {
        return Stream.of(
                        order.agreement().supplier().at(),
                        order.agreement().buyer().at())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** The same as a date in Asia/Shanghai. */
    static LocalDate on(Order order, Instant now) {
        return BusinessTime.dateOf(at(order, now));
    }

    /** The agreed date, or so many days after the date in Asia/Shanghai at which the deposit was accepted (DRF-05, AC-SHP-3). */
    static @Nullable LocalDate shipDate(Order order) {
        Contract.ShipBy shipBy = order.agreement().contract().shipping().shipBy();
        Instant accepted = order.funds().depositAcceptedAt();
        if (shipBy == null || shipBy.daysAfterDeposit() == null || accepted == null) {
            return shipBy == null ? null : shipBy.date();
        }
        return BusinessTime.dateOf(accepted).plusDays(shipBy.daysAfterDeposit());
    }
}
