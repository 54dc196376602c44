package org.tradeassurance.export;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** Links between orders and export orders (EXP-03, EXP-05). Every method wants the order's row locked. */
@Component
class ExportLinks {

    private final ExportOrders exportOrders;
    private final Orders orders;
    private final OperationRecord record;
    private final ApplicationEventPublisher events;

    ExportLinks(ExportOrders exportOrders, Orders orders, OperationRecord record, ApplicationEventPublisher events) {
        this.exportOrders = exportOrders;
        this.orders = orders;
        this.record = record;
        this.events = events;
    }

    /**
     * Links an export order, or brings the port and destination of a linked one up to date.
     *
     * @throws Refusal {@code export-order-linked-elsewhere} if it belongs to another order that is open or has counted its clearance
     */
    private void link(Order order, String exportOrderNo, ExportService.Route route) {
        ExportOrder found = exportOrders.lockOrAdd(exportOrderNo);
        OrderNo other = found.orderNo();
        if (other != null && !other.equals(order.no()) && needs(orders.get(other))) {
            throw new Refusal(Problem.EXPORT_ORDER_LINKED_ELSEWHERE, order.no(), exportOrderNo);
        }
        exportOrders.update(found.linked(order.no(), route));
        record.add(order, Fact.EXPORT_ORDER_LINKED, exportOrderNo);
        events.publishEvent(new ExportOrdersChanged(order.no()));
    }

    @EventListener
    void on(ExportSteps.Link link) {
        link(link.order(), link.exportOrderNo(), link.route());
    }

    @EventListener
    void on(ExportSteps.LinkOwn own) {
        String number = exportOrders.nextNumber();
        exportOrders.update(ExportOrder.bySupplier(exportOrders.lockOrAdd(number)));
        link(own.order(), number, ExportService.Route.of(own.order()));
    }

    @EventListener
    void on(ExportSteps.Unlink unlink) {
        exportOrders.update(unlink.exportOrder().unlinked());
        record.add(
                unlink.order(), Fact.EXPORT_ORDER_UNLINKED, unlink.exportOrder().exportOrderNo());
        events.publishEvent(new ExportOrdersChanged(unlink.order().no()));
    }

    private static boolean needs(Order other) {
        return !other.isClosed() || other.shipment().actualShipDate() != null;
    }
}
