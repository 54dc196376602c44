package org.tradeassurance.shipment;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;

/** "State coverage facts": what the table {@code coverage-release} wants to know of the order; gone with the transaction. */
@Component
class StateCoverageFactsDelegate implements JavaDelegate {

    private final Orders orders;
    private final Clock clock;

    StateCoverageFactsDelegate(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(new OrderNo(execution.getProcessBusinessKey()));
        state(execution, "event", order.status() == OrderStatus.COMPLETED ? "RECEIVED" : "SHIPPED");
        state(
                execution,
                "coverageMode",
                String.valueOf(order.agreement().contract().coverage()));
        state(execution, "onTime", order.shipment().onTime());
        state(execution, "coverageState", order.coverage().state().name());
        state(execution, "onDate", order.rulesDate(clock.instant()));
    }

    private static void state(DelegateExecution execution, String name, @Nullable Object value) {
        execution.setVariable(name, Variables.untypedValue(value, true));
    }
}
