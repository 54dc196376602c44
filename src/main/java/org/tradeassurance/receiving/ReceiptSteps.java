package org.tradeassurance.receiving;

import java.time.Instant;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Pause;
import org.tradeassurance.process.Steps;
import org.tradeassurance.shipment.CompletionTable;

/** What {@code receive-order} does. */
@Configuration(proxyBeanMethods = false)
class ReceiptSteps {

    private final Steps steps;

    ReceiptSteps(Steps steps) {
        this.steps = steps;
    }

    /** Of models older than tables that find the facts of an order by themselves. */
    @Bean
    OrderTask stateCompletionFactsDelegate() {
        return steps.task((order, given) -> completionFacts(order, given.now()));
    }

    @Bean
    OrderTask openReceiptWindowDelegate(CompletionTable completion, Pause pause) {
        return steps.task((order, given) -> {
            if (order.deadlines().autoCompleteAt() != null) {
                return Outcome.of(order); // the window is open: the process starts again
            }
            CompletionTerms terms = completion.of(order, (int) given.number("autoCompletionDays"));
            Instant due = dueBy(terms, order, given.now());
            return openWindow(order, due, pause.born(order, due, given.now()));
        });
    }

    @Bean
    OrderTask completeOrderDelegate(Completion completion) {
        return steps.task((order, given) -> {
            Action.GOODS_RECEIPT.require(order, Party.BUYER, given.now());
            return Outcome.of(completion.complete(order, given.now(), false)).told(Fact.RECEIPT_CONFIRMED);
        });
    }

    /** Nobody confirmed in time; the order's row decides, not the timer (RCV-02, RCV-03, TR-20). */
    @Bean
    OrderTask completeOrderAutomaticallyDelegate(Completion completion) {
        return steps.task((order, given) -> {
            requireDue(order, given.now());
            return Outcome.of(completion.complete(order, given.now(), true)).told(Fact.COMPLETED_AUTOMATICALLY);
        });
    }

    /** What the table {@code auto-completion} wants to know of the order. */
    static Outcome completionFacts(Order order, Instant now) {
        return Outcome.of(order).answer(CompletionTable.Of.order(order).inputs(order, now));
    }

    /** When the order completes by itself (RCV-02, AMB-03). */
    static Instant dueBy(CompletionTerms terms, Order order, Instant now) {
        return terms.completesAt(
                Objects.requireNonNull(order.shipment().actualShipDate()),
                order.funds().balanceSettledAt(),
                now);
    }

    /** @param stored the same instant as the row keeps it: put back by the time a pause has lasted so far */
    static Outcome openWindow(Order order, Instant due, Instant stored) {
        return Outcome.of(order.with(order.deadlines().autoComplete(stored))).told(Fact.RECEIPT_WINDOW_OPENED, due);
    }

    /** @throws IllegalStateException if the order's row says that it is not due */
    static void requireDue(Order order, Instant now) {
        Instant due = order.deadlines().autoCompleteAt();
        boolean isDue = order.status() == OrderStatus.AWAITING_RECEIPT && due != null && !now.isBefore(due);
        if (!isDue || order.progress().frozen()) {
            throw new IllegalStateException("Order %s is not due for completion".formatted(order.no()));
        }
    }
}
