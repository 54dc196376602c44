package org.tradeassurance.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits.Kind;

/** The day on which a desk wants to be asked again: bean {@code followUp} in models, whose task leaves the queues until then. */
@Component("followUp")
public class FollowUp {

    private static final String FIELD = "nextOn";

    private final DateLimits limits;

    FollowUp(DateLimits limits) {
        this.limits = limits;
    }

    /**
     * What somebody has filled in.
     *
     * @return the day, as text; empty if nobody has: the engine asks as well when a task is withdrawn
     * @throws Refusal {@code invalid-field} if it lies outside of what {@code date-limits} allows
     */
    public String asked(String orderNo, @Nullable Object filledIn) {
        if (filledIn == null) {
            return "";
        }
        LocalDate day;
        try {
            day = BusinessTime.date(filledIn.toString());
        } catch (DateTimeException e) {
            throw (Refusal) Refusal.invalidField(FIELD, "field.date").initCause(e);
        }
        limits.require(new OrderNo(orderNo), Kind.FOLLOW_UP, FIELD, day);
        return day.toString();
    }

    /**
     * When that day begins, in Asia/Shanghai.
     *
     * @throws Refusal {@code invalid-field} if none was filled in
     */
    public java.util.Date begin(String orderNo, String day) {
        if (day.isEmpty()) {
            throw Refusal.invalidField(FIELD, "field.required");
        }
        return java.util.Date.from(BusinessTime.endOfDayAfter(LocalDate.parse(day), -1));
    }

    /**
     * When the task is due: as the order's row says at first, then with the day that was asked for.
     *
     * @param day empty before anybody has asked for one: that is how expressions give no text
     */
    public java.util.Date due(String orderNo, String day, java.util.Date first) {
        if (day.isEmpty()) {
            return first;
        }
        Instant end = BusinessTime.endOfDayAfter(LocalDate.parse(day), 0);
        return end.isAfter(first.toInstant()) ? java.util.Date.from(end) : first;
    }
}
