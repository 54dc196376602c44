package org.tradeassurance.export;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.RemoteTask;
import org.tradeassurance.process.Steps;

/** "Create export order": created first, then linked under the order's lock; what the supplier exports itself gets its own (EXP-02, AMB-09). */
@Component
class CreateExportOrderDelegate extends RemoteTask<CreateExportOrderDelegate.Created> {

    private final Orders orders;
    private final ExportModes modes;
    private final ExportService exportService;
    private final ExportOrders exportOrders;

    CreateExportOrderDelegate(
            Steps steps, Orders orders, ExportModes modes, ExportService exportService, ExportOrders exportOrders) {
        super(steps);
        this.orders = orders;
        this.modes = modes;
        this.exportService = exportService;
        this.exportOrders = exportOrders;
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
    protected Outcome of(Order order, Created created) {
        if (order.agreement().version() != created.version()) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        if (!order.shipment().exportOrderPending()) {
            return Outcome.of(order);
        }
        Order served = order.with(order.shipment().exportOrderPending(false));
        Outcome linked = Outcome.of(served);
        if (created.number() != null) {
            linked = linked.then(new ExportSteps.Link(served, created.number(), created.route()));
        }
        if (created.bySupplier() && exportOrders.lockOwn(served.no()).isEmpty()) {
            return linked.then(new ExportSteps.LinkOwn(served));
        }
        return created.number() == null ? linked.then(new ExportOrdersChanged(served.no())) : linked;
    }
}
