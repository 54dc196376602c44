package org.tradeassurance.process.desk;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.TradeOrderModel;

/** While a dispute freezes an order, staff complete none of its tasks but the dispute's own; commands have their own guard (TR-22). */
public class FrozenOrders {

    private final Supplier<Orders> orders;

    public FrozenOrders(Supplier<Orders> orders) {
        this.orders = orders;
    }

    /** @throws Refusal {@code order-frozen}; the order stays locked, so that no dispute is opened meanwhile */
    void refuse(TaskEntity task) {
        if (!isOfOrder(task)) {
            return;
        }
        Order order = orders.get().lock(new OrderNo(task.getExecution().getProcessBusinessKey()));
        if (order.progress().frozen()) {
            throw new Refusal(Problem.ORDER_FROZEN, order.no());
        }
    }

    /** A task of the order or of one of its phases; stand-alone processes have other keys. */
    private static boolean isOfOrder(TaskEntity task) {
        String process = task.getProcessDefinition().getKey();
        boolean called = task.getProcessInstance().getSuperExecutionId() != null;
        return (called && !process.equals(TradeOrderModel.PROCESS_HANDLE_DISPUTE))
                || process.equals(TradeOrderModel.PROCESS_TRADE_ORDER);
    }
}
