package org.tradeassurance.shipment;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.ShipDateCorrected;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** When an export order changes, the ship phase looks again; a shipped order is re-anchored to the corrected date instead (section 17). */
@Component
class ClearanceListener {

    private final Orders orders;
    private final LinkedExportOrders exportOrders;
    private final CompletionTable completion;
    private final ShipBy shipBy;
    private final OrderProcess process;
    private final OperationRecord record;
    private final ApplicationEventPublisher events;

    ClearanceListener(
            Orders orders,
            LinkedExportOrders exportOrders,
            CompletionTable completion,
            ShipBy shipBy,
            OrderProcess process,
            OperationRecord record,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.completion = completion;
        this.shipBy = shipBy;
        this.process = process;
        this.record = record;
        this.events = events;
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
        ShipDateCorrection correction =
                new ShipDateCorrection(from, to, shipBy.onTime(order, to), completion.of(order));
        if (!correction.changesAnything()) {
            return;
        }
        Order corrected = correction.apply(order);
        orders.update(corrected);
        record.add(corrected, Fact.SHIP_DATE_CORRECTED, from + " -> " + correction.to());
        process.moveChase(order.no(), Chase.BALANCE, corrected.deadlines().balanceChaseAt());
        Instant receipt = corrected.deadlines().autoCompleteAt();
        if (receipt != null) {
            process.moveTimer(order.no(), "event_receiptOverdue", receipt);
        }
        events.publishEvent(new ShipDateCorrected(order.no()));
    }
}
