package org.tradeassurance.receiving;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Pause;
import org.tradeassurance.process.Decisions;

/** "Open receipt window": says when the order completes by itself (RCV-02, AMB-03). */
@Component
class OpenReceiptWindowDelegate implements JavaDelegate {

    private final Orders orders;
    private final Decisions decisions;
    private final OperationRecord record;
    private final Clock clock;

    OpenReceiptWindowDelegate(Orders orders, Decisions decisions, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        int days = ((Number) execution.getVariable("autoCompletionDays")).intValue();
        int grace = decisions.days(order.no(), "BALANCE_GRACE", order.rulesDate(clock.instant()));
        Instant due = new CompletionTerms(days, grace)
                .completesAt(
                        Objects.requireNonNull(order.shipment().actualShipDate()),
                        order.funds().balanceSettledAt());
        orders.update(order.with(order.deadlines().autoComplete(Pause.born(order, due, clock.instant()))));
        record.add(order, "receipt-window-opened", due.toString());
    }
}
