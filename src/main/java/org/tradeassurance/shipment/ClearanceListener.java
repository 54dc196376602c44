package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** When an export order changes, the ship phase looks again; a shipped order is re-anchored to the corrected date instead (section 17). */
@Component
class ClearanceListener {

    private final Orders orders;
    private final LinkedExportOrders exportOrders;
    private final CompletionTable completion;
    private final OrderProcess process;
    private final Outcomes outcomes;

    ClearanceListener(
            Orders orders,
            LinkedExportOrders exportOrders,
            CompletionTable completion,
            OrderProcess process,
            Outcomes outcomes) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.completion = completion;
        this.process = process;
        this.outcomes = outcomes;
    }

    @EventListener
    void on(ExportOrdersChanged changed) {
        Order order = orders.lock(changed.orderNo());
        LocalDate shipDate = order.shipment().actualShipDate();
        if (shipDate == null) {
            process.signalIfWaiting(TradeOrderModel.MESSAGE_GOODS_CLEARED, order.no());
        } else if (!order.isClosed()) {
            correct(order, shipDate);
        }
    }

    /** A quota once released stays released, whatever the date says now. */
    private void correct(Order order, LocalDate from) {
        LocalDate to = exportOrders.of(order).shipDate();
        ShipDateCorrection correction = new ShipDateCorrection(from, to, completion.of(order));
        if (!correction.changesAnything()) {
            return;
        }
        outcomes.carryOut(ShipmentSteps.corrected(order, correction));
    }
}
