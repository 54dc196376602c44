package org.tradeassurance.payment;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Tally balance": all money received for the balance against the contract's balance less the surplus of the deposit (BAL-03, TOL-04). */
@Component
class TallyBalanceDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;
    private final Remittances remittances;
    private final Clock clock;

    TallyBalanceDelegate(Orders orders, Postings postings, Remittances remittances, Clock clock) {
        this.orders = orders;
        this.postings = postings;
        this.remittances = remittances;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = unasked(postings.post(orders.lock(new OrderNo(execution.getProcessBusinessKey()))));
        Money surplus = remittances.surplusOfDeposit(order.no());
        new ShortfallInputs(
                        Leg.BALANCE,
                        order.amounts().balance().minus(surplus),
                        order.funds().balanceReceived().minus(surplus),
                        Agreed.on(order, clock.instant()))
                .variables()
                .forEach((name, value) -> execution.setVariable(name, Variables.untypedValue(value, true)));
    }

    /** More money came: whether the supplier is asked is judged anew. */
    private Order unasked(Order order) {
        if (!order.funds().shortBalanceAsked()) {
            return order;
        }
        Order unasked = order.with(order.funds().shortBalanceAsked(false));
        orders.update(unasked);
        return unasked;
    }
}
