package org.tradeassurance.payment;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Tally deposit": all money received against the agreed deposit (TOL-05); the first money makes the contract effective (ST-13). */
@Component
class TallyDepositDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;
    private final Clock clock;

    TallyDepositDelegate(Orders orders, Postings postings, Clock clock) {
        this.orders = orders;
        this.postings = postings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = postings.post(orders.lock(new OrderNo(execution.getProcessBusinessKey())));
        boolean first =
                order.progress().effectiveAt() == null && order.funds().held().isPositive();
        execution.setVariable("firstPosting", Variables.booleanValue(first, true));
        new ShortfallInputs(
                        Leg.DEPOSIT,
                        order.amounts().deposit(),
                        order.funds().depositReceived(),
                        Agreed.on(order, clock.instant()))
                .variables()
                .forEach((name, value) -> execution.setVariable(name, Variables.untypedValue(value, true)));
    }
}
