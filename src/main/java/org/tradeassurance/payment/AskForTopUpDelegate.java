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
import org.tradeassurance.process.Pause;

/** "Ask for top-up": the deposit is too short: the buyer pays the rest, and is chased when nothing comes for some days (TR-12, TR-14). */
@Component
class AskForTopUpDelegate implements JavaDelegate {

    private final Orders orders;
    private final Decisions decisions;
    private final OperationRecord record;
    private final Pause pause;
    private final Clock clock;

    AskForTopUpDelegate(Orders orders, Decisions decisions, OperationRecord record, Pause pause, Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.record = record;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Instant now = clock.instant();
        int days = decisions.days(order.no(), "TOP_UP_CHASE", Agreed.on(order, now));
        Instant chase = pause.born(order, BusinessTime.daysAfter(now, days), now);
        Order asked = order.become(OrderStatus.AWAITING_DEPOSIT_TOPUP)
                .with(order.deadlines().topUpChase(chase));
        orders.update(asked);
        record.add(
                asked,
                Fact.DEPOSIT_TOP_UP_ASKED,
                asked.funds().depositReceived().toString());
    }
}
