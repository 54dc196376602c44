package org.tradeassurance.receiving;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.CompletionTerms.Anchor;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Pause;

/** "Open receipt window": says when the order completes by itself (RCV-02, AMB-03). */
@Component
class OpenReceiptWindowDelegate implements JavaDelegate {

    private final Orders orders;
    private final Decisions decisions;
    private final OperationRecord record;
    private final Pause pause;
    private final Clock clock;

    OpenReceiptWindowDelegate(Orders orders, Decisions decisions, OperationRecord record, Pause pause, Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.record = record;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.deadlines().autoCompleteAt() != null) {
            return; // the window is open: the process starts again
        }
        int days = ((Number) execution.getVariable("autoCompletionDays")).intValue();
        Instant now = clock.instant();
        LocalDate onDate = order.rulesDate(now);
        Anchor anchor = Anchor.valueOf(decisions.policy(order.no(), "COMPLETION_ANCHOR", onDate));
        Instant due = new CompletionTerms(days, decisions.days(order.no(), "BALANCE_GRACE", onDate), anchor)
                .completesAt(
                        Objects.requireNonNull(order.shipment().actualShipDate()),
                        order.funds().balanceSettledAt(),
                        now);
        orders.update(order.with(order.deadlines().autoComplete(pause.born(order, due, now))));
        record.add(order, Fact.RECEIPT_WINDOW_OPENED, due.toString());
    }
}
