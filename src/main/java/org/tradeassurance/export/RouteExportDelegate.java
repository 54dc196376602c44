package org.tradeassurance.export;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** "Route export": a modified contract moves goods between the export service and the supplier's own export (AMB-09, AMB-14). */
@Component
class RouteExportDelegate implements JavaDelegate {

    private final Orders orders;
    private final ExportModes modes;
    private final ExportOrders exportOrders;
    private final ExportLinks links;
    private final OrderProcess process;

    RouteExportDelegate(
            Orders orders, ExportModes modes, ExportOrders exportOrders, ExportLinks links, OrderProcess process) {
        this.orders = orders;
        this.modes = modes;
        this.exportOrders = exportOrders;
        this.links = links;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        ExportModes.Modes by = modes.of(order);
        List<ExportOrder> linked = exportOrders.lockLinked(order.no());
        boolean byService = !by.service().isEmpty();
        boolean missing = byService
                && !order.shipment().exportOrderPending()
                && !linked.isEmpty()
                && linked.stream().allMatch(ExportOrder::selfExport);
        if (missing) {
            orders.update(order.with(order.shipment().exportOrderPending(true)));
        }
        if (by.supplierExports() && linked.stream().noneMatch(ExportOrder::selfExport)) {
            links.linkOwn(order, ExportService.Route.of(order));
        }
        linked.stream()
                .filter(one -> !one.isCleared() && !(one.selfExport() ? by.supplierExports() : byService))
                .forEach(unused -> links.unlink(order, unused));
        process.signalIfWaiting(
                by.supplierExports()
                        ? TradeOrderModel.MESSAGE_SELF_EXPORT_AGREED
                        : TradeOrderModel.MESSAGE_SELF_EXPORT_DROPPED,
                order.no());
        execution.setVariable("exportOrderMissing", Variables.booleanValue(missing, true));
    }
}
