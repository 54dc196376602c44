package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "Ask for top-up": the deposit is too short: the buyer pays the rest (TR-12, TR-14). */
@Component
class AskForTopUpDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    AskForTopUpDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Order asked = order.become(OrderStatus.AWAITING_DEPOSIT_TOPUP);
        orders.update(asked);
        record.add(
                asked, "deposit-top-up-asked", asked.funds().depositReceived().toString());
    }
}
