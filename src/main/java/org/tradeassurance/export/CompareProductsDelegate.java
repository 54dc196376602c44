package org.tradeassurance.export;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Compare products": a proposal that brings products of which the export service knows nothing waits for its answer (AMB-14, EXP-01). */
@Component
class CompareProductsDelegate implements JavaDelegate {

    private final Orders orders;
    private final ExportModes modes;

    CompareProductsDelegate(Orders orders, ExportModes modes) {
        this.orders = orders;
        this.modes = modes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        boolean news =
                !modes.newToService(order, orders.proposal(order).contract()).isEmpty();
        if (news) {
            orders.update(order.with(order.shipment().checked(ExportCheck.PENDING)));
        }
        execution.setVariable("newProducts", Variables.booleanValue(news, true));
    }
}
