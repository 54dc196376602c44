package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "Ask for acceptance": the deposit is short within the tolerance: the supplier confirms it (TR-11, TR-15). */
@Component
class AskForDepositAcceptanceDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    AskForDepositAcceptanceDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Order asked = order.become(OrderStatus.AWAITING_DEPOSIT_CONFIRM);
        orders.update(asked);
        record.add(
                asked,
                Fact.DEPOSIT_ACCEPTANCE_ASKED,
                asked.funds().depositReceived().toString());
    }
}
