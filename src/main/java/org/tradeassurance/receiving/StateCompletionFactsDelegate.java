package org.tradeassurance.receiving;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "State completion facts": what the table {@code auto-completion} wants to know of the order; gone with the transaction. */
@Component
class StateCompletionFactsDelegate implements JavaDelegate {

    private final Orders orders;
    private final Clock clock;

    StateCompletionFactsDelegate(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(new OrderNo(execution.getProcessBusinessKey()));
        String transport =
                String.valueOf(order.agreement().contract().shipping().transport());
        execution.setVariable("transport", Variables.stringValue(transport, true));
        execution.setVariable("onDate", Variables.untypedValue(order.rulesDate(clock.instant()), true));
    }
}
