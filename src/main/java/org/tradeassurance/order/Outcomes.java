package org.tradeassurance.order;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what was decided about an order: the one place where a changed order is stored, told in its record, and followed by its effects. */
@Component
public class Outcomes {

    private final Orders orders;
    private final OperationRecord record;
    private final ApplicationEventPublisher events;

    Outcomes(Orders orders, OperationRecord record, ApplicationEventPublisher events) {
        this.orders = orders;
        this.record = record;
        this.events = events;
    }

    /**
     * Stores the order, tells the record, and lets the effects happen, in this sequence.
     *
     * @throws IllegalStateException if the order is not locked
     */
    public void carryOut(Outcome outcome) {
        orders.update(outcome.order());
        outcome.entries().forEach(entry -> record.add(outcome.order(), entry.fact(), entry.detail()));
        outcome.effects().forEach(events::publishEvent);
    }
}
