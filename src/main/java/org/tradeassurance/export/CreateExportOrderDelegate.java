package org.tradeassurance.export;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.RemoteTask;

/** "Create export order": created first, then linked under the order's lock; what the supplier exports itself gets its own (EXP-02, AMB-09). */
@Component
class CreateExportOrderDelegate extends RemoteTask<CreateExportOrderDelegate.Created> {

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

    /**
     * @param version of the contract that was asked for
     * @param number null where the supplier exports everything itself
     */
    record Created(
            int version,
            ExportService.Route route,
            boolean bySupplier,
            @Nullable String number) {}

    @Override
    protected Created call(OrderNo orderNo) {
        Order effective = orders.get(orderNo);
        ExportService.Route route = ExportService.Route.of(effective);
        ExportModes.Modes by = modes.of(effective);
        String number = by.service().isEmpty() ? null : exportService.create(orderNo.value(), orderNo, route);
        return new Created(effective.agreement().version(), route, by.supplierExports(), number);
    }

    @Override
    protected void write(DelegateExecution execution, Created created) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.agreement().version() != created.version()) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        if (order.shipment().exportOrderPending()) {
            Order served = order.with(order.shipment().exportOrderPending(false));
            orders.update(served);
            if (created.number() != null) {
                links.link(served, created.number(), created.route());
            }
            if (created.bySupplier() && exportOrders.lockOwn(served.no()).isEmpty()) {
                links.linkOwn(served, created.route());
            } else if (created.number() == null) {
                links.unchanged(served);
            }
        }
    }
}
