package org.tradeassurance.process;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** Dates that nobody can mean: how far from today, in Asia/Shanghai, a date may lie stands in the table {@code date-limits}. */
@Component
public class DateLimits {

    private static final String SHIP_DATE_FIELD = "shipping.shipBy.date";

    private final Decisions decisions;
    private final Clock clock;

    DateLimits(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What is told with a date. */
    public enum Kind {
        SHIP_DATE,
        CLEARANCE,
        OWN_CLEARANCE,
        PAYOUT,
        FOLLOW_UP
    }

    @DecisionTable("date-limits")
    private record Of(Kind kind) implements Question<Limit> {}

    /** Days from today; null: no limit. */
    private record Limit(
            @Nullable Integer daysBack, @Nullable Integer daysAhead) {}

    /** The days that can be meant; null: no limit. */
    private record Span(
            LocalDate today,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {

        boolean isBefore(LocalDate told) {
            return first != null && told.isBefore(first);
        }

        boolean isAfter(LocalDate told) {
            return last != null && told.isAfter(last);
        }
    }

    /**
     * A date that somebody tells, by the row of its kind.
     *
     * @throws Refusal {@code invalid-field} naming the field
     */
    public void require(@Nullable OrderNo no, Kind kind, String field, LocalDate told) {
        Span span = span(no, kind);
        if (span.isBefore(told)) {
            throw Refusal.invalidField(field, "field.not-before", String.valueOf(span.first()));
        }
        if (span.isAfter(told)) {
            throw span.today().equals(span.last())
                    ? Refusal.invalidField(field, "field.not-in-future")
                    : Refusal.invalidField(field, "field.not-after", String.valueOf(span.last()));
        }
    }

    /**
     * Nobody commits to a ship date that is over already (SHP-04).
     *
     * @throws Refusal {@code ship-date-past}, or {@code invalid-field} for a date too far away
     */
    public void requireShipDate(Order order) {
        Contract.ShipBy shipBy = order.agreement().contract().shipping().shipBy();
        if (shipBy == null || shipBy.date() == null) {
            return;
        }
        Span span = span(order.no(), Kind.SHIP_DATE);
        if (span.isBefore(shipBy.date())) {
            String first = String.valueOf(span.first());
            throw new Refusal(Problem.SHIP_DATE_PAST, order.no(), shipBy.date(), first)
                    .field(SHIP_DATE_FIELD, "field.not-before", first);
        }
        if (span.isAfter(shipBy.date())) {
            throw Refusal.invalidField(SHIP_DATE_FIELD, "field.not-after", String.valueOf(span.last()));
        }
    }

    /** The same for a version that may come into force in place of another: a date that stays as it was agreed says nothing new. */
    public void requireShipDate(Order revised, Order before) {
        Contract.ShipBy agreed = before.agreement().contract().shipping().shipBy();
        if (agreed == null
                || !agreed.equals(revised.agreement().contract().shipping().shipBy())) {
            requireShipDate(revised);
        }
    }

    private Span span(@Nullable OrderNo no, Kind kind) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        Limit limit = decisions.today(no, new Of(kind));
        Integer back = limit.daysBack();
        Integer ahead = limit.daysAhead();
        return new Span(
                today, back == null ? null : today.minusDays(back), ahead == null ? null : today.plusDays(ahead));
    }
}
