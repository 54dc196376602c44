package org.tradeassurance.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;

/** When an order that was shipped completes by itself, as values. */
@Tag("core")
class ReceiptStepsTest {

    private static final Instant DUE = Instant.parse("2016-02-10T16:00:00Z");

    private final Order waiting = new SampleOrder(new OrderNo("70058590568114"), Instant.parse("2015-11-03T02:00:00Z"))
            .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "40000.00")
            .become(OrderStatus.AWAITING_RECEIPT);

    @Test
    @DisplayName("RCV-02: the record tells the instant of the rules, the row keeps it as a pause leaves it")
    void theWindowIsToldAndKept() {
        Instant kept = DUE.minusSeconds(60);
        Outcome opened = ReceiptSteps.openWindow(waiting, DUE, kept);
        assertThat(opened.order().deadlines().autoCompleteAt()).isEqualTo(kept);
        assertThat(opened.entries()).containsExactly(new Outcome.Entry(Fact.RECEIPT_WINDOW_OPENED, DUE.toString()));
    }

    @Test
    @DisplayName(
            "RCV-03, TR-20: the row decides whether an order is due: not a moment before, not while it is frozen, not twice")
    void theRowDecides() {
        Order due = waiting.with(waiting.deadlines().autoComplete(DUE));
        ReceiptSteps.requireDue(due, DUE);
        refused(due, DUE.minusNanos(1));
        refused(waiting, DUE);
        refused(due.with(due.progress().frozenSince(DUE)), DUE);
        refused(due.complete(DUE, true), DUE);
    }

    @Test
    @DisplayName("RCV-02, AMB-03: days count from the ship date by the transport, the grace from the settled balance")
    void theDaysCountFromTheShipDate() {
        assertThat(ReceiptSteps.completionFacts(waiting, DUE).answers())
                .isEqualTo(Map.of("transport", "SEA", "onDate", "2015-11-03"));
        CompletionTerms terms = new CompletionTerms(45, 7, CompletionTerms.Anchor.SHIP_DATE);
        Order shipped = waiting.with(waiting.shipment().shipped(LocalDate.of(2015, 12, 27)));
        assertThat(ReceiptSteps.dueBy(terms, shipped, DUE)).isEqualTo(DUE);
        Order late = shipped.with(shipped.funds().balanceSettled(DUE));
        assertThat(ReceiptSteps.dueBy(terms, late, DUE)).isEqualTo("2016-02-17T16:00:00Z");
    }

    private static void refused(Order order, Instant now) {
        assertThatThrownBy(() -> ReceiptSteps.requireDue(order, now)).isInstanceOf(IllegalStateException.class);
    }
}
