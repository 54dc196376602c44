package org.tradeassurance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tradeassurance.order.OrderNo;

/**
 * A service task that calls out: it is answered first, while no transaction is open and nothing locked, then it writes what it heard.
 *
 * @param <A> what it hears
 */
public abstract class RemoteTask<A> implements JavaDelegate {

    /**
     * Calls out, in no transaction: the call is repeated after a failure and after a crash, so it carries a key that the other side knows it
     * by.
     */
    protected abstract A call(OrderNo orderNo);

    /** Writes, in the engine's transaction; what was asked for may have changed since. */
    protected abstract void write(DelegateExecution execution, A answer);

    @Override
    public final void execute(DelegateExecution execution) {
        OrderNo orderNo = new OrderNo(execution.getProcessBusinessKey());
        write(execution, Hearing.answer(() -> call(orderNo)));
    }
}
