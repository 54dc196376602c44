package org.tradeassurance.export;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Create export order": created first, then linked under the order's lock; what the supplier exports itself gets its own (EXP-02, AMB-09). */
@Component
class CreateExportOrderDelegate implements JavaDelegate {

    private final Orders orders;
    private final ExportModes modes;
    private final ExportService exportService;
    private final ExportOrders exportOrders;
    private final ExportLinks links;

    CreateExportOrderDelegate(
            Orders orders,
            ExportModes modes,
            ExportService exportService,
            ExportOrders exportOrders,
            ExportLinks links) {
        this.orders = orders;
        this.modes = modes;
        this.exportService = exportService;
        this.exportOrders = exportOrders;
        this.links = links;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order effective = orders.get(new OrderNo(execution.getProcessBusinessKey()));
        ExportService.Route route = ExportService.Route.of(effective);
        ExportModes.Modes by = modes.of(effective);
        String number = by.service().isEmpty()
                ? null
                : exportService.create(effective.no().value(), effective.no(), route);

        Order order = orders.lock(effective.no());
        if (order.agreement().version() != effective.agreement().version()) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        if (order.shipment().exportOrderPending()) {
            Order served = order.with(order.shipment().exportOrderPending(false));
            orders.update(served);
            if (number != null) {
                links.link(served, number, route);
            }
            if (by.supplierExports() && exportOrders.lockOwn(served.no()).isEmpty()) {
                links.linkOwn(served, route);
            } else if (number == null) {
                links.unchanged(served);
            }
        }
    }
}
