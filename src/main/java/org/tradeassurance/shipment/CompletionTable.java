package org.tradeassurance.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.CompletionTerms.Anchor;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Pause;
import org.tradeassurance.process.Policy;
import org.tradeassurance.process.Policy.Choice;
import org.tradeassurance.process.Question;

/** The days of an order's tables {@code auto-completion} and {@code order-deadlines} (PRM-06, PRM-07). */
@Component
public class CompletionTable {

    private final Decisions decisions;
    private final Pause pause;
    private final Clock clock;

    CompletionTable(Decisions decisions, Pause pause, Clock clock) {
        this.decisions = decisions;
        this.pause = pause;
        this.clock = clock;
    }

    /** How long the way of the goods gives the buyer; its rows say which ways there are. */
    @DecisionTable(value = "auto-completion", words = "transport")
    public record Of(@Nullable String transport) implements Question<Days> {

        public static Of order(Order order) {
            return new Of(order.agreement().contract().shipping().transport());
        }
    }

    /** So many natural days, and how people call the transport. */
    public record Days(
            int days, @Nullable String nameEn, @Nullable String nameZh) {}

    CompletionTerms of(Order order) {
        return of(order, decisions.of(order, Of.order(order)).days());
    }

    /** The same with the days that the model has asked the table for. */
    public CompletionTerms of(Order order, int days) {
        boolean shipDate = decisions.chose(order, Policy.COMPLETION_ANCHOR, Choice.SHIP_DATE);
        return new CompletionTerms(
                days, decisions.days(order, Deadline.BALANCE_GRACE), shipDate ? Anchor.SHIP_DATE : Anchor.STATUS_ENTRY);
    }

    /** When the balance of an order that ships now is chased, as its row keeps it. */
    Instant chaseAt(Order order, LocalDate shipDate) {
        return pause.born(order, of(order).chaseAt(shipDate), clock.instant());
    }
}
