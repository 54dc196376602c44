package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Ask for balance acceptance": the balance is short within the tolerance, the supplier may accept it (BAL-03). */
@Component
class AskForBalanceAcceptanceDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    AskForBalanceAcceptanceDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Order asked = order.with(order.funds().shortBalanceAsked(true));
        orders.update(asked);
        record.add(
                asked,
                Fact.BALANCE_ACCEPTANCE_ASKED,
                asked.funds().balanceReceived().toString());
    }
}
