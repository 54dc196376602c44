package org.tradeassurance.shipment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Check clearances": looks under the order's lock, so that no clearance is missed, whether all goods have left (AMB-27). */
@Component
class CheckClearancesDelegate implements JavaDelegate {

    private final Orders orders;
    private final LinkedExportOrders exportOrders;

    CheckClearancesDelegate(Orders orders, LinkedExportOrders exportOrders) {
        this.orders = orders;
        this.exportOrders = exportOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        boolean allCleared = order.shipment().declaredAt() != null
                && !order.shipment().exportOrderPending()
                && exportOrders.of(order).haveLeft();
        execution.setVariable("allCleared", Variables.booleanValue(allCleared, true));
    }
}
