package org.tradeassurance.confirmation;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** "Accept cancellation": the supplier agrees, the order closes for the buyer's reason; not once money is applied (TR-08, AMB-29). */
@Component
class AcceptCancellationDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;

    AcceptCancellationDelegate(Orders orders, OperationRecord record) {
        this.orders = orders;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.funds().held().isPositive()) {
            throw new Refusal(Problem.REFUND_NEEDED, order.no(), order.funds().held());
        }
        record.add(order, Fact.CANCELLATION_ACCEPTED, null);
        execution.setVariable(
                "reason",
                Objects.requireNonNull(order.agreement().cancellation()).reason());
    }
}
