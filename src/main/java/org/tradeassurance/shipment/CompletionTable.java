package org.tradeassurance.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Pause;

/** The days of an order's tables {@code auto-completion} and {@code order-deadlines} (PRM-06, PRM-07). */
@Component
class CompletionTable {

    private final Decisions decisions;
    private final Pause pause;
    private final Clock clock;

    CompletionTable(Decisions decisions, Pause pause, Clock clock) {
        this.decisions = decisions;
        this.pause = pause;
        this.clock = clock;
    }

    CompletionTerms of(Order order) {
        LocalDate onDate = order.rulesDate(clock.instant());
        String transport =
                String.valueOf(order.agreement().contract().shipping().transport());
        int days = decisions
                .evaluate(order.no(), "auto-completion", Map.of("transport", transport, "onDate", onDate))
                .number("days");
        return new CompletionTerms(
                days,
                decisions.days(order.no(), "BALANCE_GRACE", onDate),
                CompletionTerms.Anchor.valueOf(decisions.policy(order.no(), "COMPLETION_ANCHOR", onDate)));
    }

    /** When the balance of an order that ships now is chased, as its row keeps it. */
    Instant chaseAt(Order order, LocalDate shipDate) {
        return pause.born(order, of(order).chaseAt(shipDate), clock.instant());
    }
}
