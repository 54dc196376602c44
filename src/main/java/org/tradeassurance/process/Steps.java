package org.tradeassurance.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;

/** Makes service tasks of steps: whatever a step does, its order is locked first, and what comes of it is carried out in one way. */
@Component
public class Steps {

    private final Orders orders;
    private final Outcomes outcomes;
    private final Clock clock;

    Steps(Orders orders, Outcomes outcomes, Clock clock) {
        this.orders = orders;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    public OrderTask task(Step step) {
        return execution -> carryOut(execution, step);
    }

    void carryOut(DelegateExecution execution, Step step) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Outcome outcome = step.of(order, new Given(clock.instant(), execution::getVariable));
        outcomes.carryOut(outcome);
        outcome.answers().forEach((name, value) -> execution.setVariable(name, Variables.untypedValue(value, true)));
    }
}
