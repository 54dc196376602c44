package org.tradeassurance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.engine.Hearing;

/**
 * A service task that calls out: it is answered first, while no transaction is open and nothing locked, then a step writes what it heard.
 *
 * @param <A> what it hears
 */
public abstract class RemoteTask<A> implements JavaDelegate {

    private final Steps steps;

    protected RemoteTask(Steps steps) {
        this.steps = steps;
    }

    /**
     * Calls out, in no transaction: the call is repeated after a failure and after a crash, so it carries a key that the other side knows it
     * by.
     */
    protected abstract A call(OrderNo orderNo);

    /** What becomes of the order, whose row is locked; what was asked for may have changed since. */
    protected abstract Outcome of(Order order, A answer);

    @Override
    public final void execute(DelegateExecution execution) {
        OrderNo orderNo = new OrderNo(execution.getProcessBusinessKey());
        A answer = Hearing.answer(() -> call(orderNo));
        steps.carryOut(execution, (order, given) -> of(order, answer));
    }
}
