package org.tradeassurance.payment;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "Settle balance": nothing more is owed, an accepted shortfall is waived, the receipt is awaited (TR-17, TR-18). */
@Component
class SettleBalanceDelegate implements JavaDelegate {

    private final Orders orders;
    private final Remittances remittances;
    private final Settlement settlement;
    private final OperationRecord record;
    private final Clock clock;

    SettleBalanceDelegate(
            Orders orders, Remittances remittances, Settlement settlement, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.remittances = remittances;
        this.settlement = settlement;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        settlement.requireBalance(order, remittances.surplusOfDeposit(order.no()));
        Order settled =
                order.become(OrderStatus.AWAITING_RECEIPT).with(order.funds().balanceSettled(settledAt(order)));
        orders.update(settled);
        record.add(
                settled, Fact.BALANCE_SETTLED, order.funds().balanceReceived().toString());
    }

    /** Paid in full before the goods left: settled with the last posting, so that the buyer's grace starts then (AMB-03). */
    private Instant settledAt(Order order) {
        Instant now = clock.instant();
        boolean paidInFull = Tally.of(order).owed(Leg.BALANCE).isZero();
        return paidInFull ? remittances.lastCounted(order.no()).orElse(now) : now;
    }
}
