package org.tradeassurance.payment;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Decisions;

/** "Open payment window": the deposit is awaited; when the window is over the supplier may close the unpaid order (TR-04, TR-05, PAY-01). */
@Component
class OpenPaymentWindowDelegate implements JavaDelegate {

    private final Orders orders;
    private final Decisions decisions;
    private final OperationRecord record;
    private final Clock clock;

    OpenPaymentWindowDelegate(Orders orders, Decisions decisions, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.status().collectsDeposit() && order.deadlines().paymentDueAt() != null) {
            return; // the window is open: the process starts again
        }
        Instant agreedAt = Agreed.at(order, clock.instant());
        int days = decisions.days(order.no(), "PAYMENT_WINDOW", BusinessTime.dateOf(agreedAt));
        Instant due = BusinessTime.daysAfter(agreedAt, days);
        Order opened = order.become(OrderStatus.AWAITING_DEPOSIT)
                .with(order.deadlines().payment(due));
        orders.update(opened);
        record.add(opened, Fact.PAYMENT_WINDOW_OPENED, due.toString());
    }
}
