package org.tradeassurance.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The notifications of the export service: each counts once, the latest gives the date, none is lost (SHP-02). */
@Repository
class Clearances {

    private final JdbcClient jdbc;
    private final ExportOrders exportOrders;
    private final Orders orders;
    private final OperationRecord record;
    private final OrderProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clearances(
            JdbcClient jdbc,
            ExportOrders exportOrders,
            Orders orders,
            OperationRecord record,
            OrderProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.exportOrders = exportOrders;
        this.orders = orders;
        this.record = record;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a notification; the reference known before answers what it said then and changes nothing. */
    Clearance take(Clearance told) {
        if (!add(told)) {
            return get(told.reference());
        }
        OrderNo orderNo = exportOrders
                .find(told.exportOrderNo())
                .map(ExportOrder::orderNo)
                .orElse(null);
        if (orderNo == null) {
            keep(told);
        } else {
            count(told, orders.lock(orderNo));
        }
        return told;
    }

    private void keep(Clearance told) {
        ExportOrder found = exportOrders.lockOrAdd(told.exportOrderNo());
        refuseIfLinkChanged(found.orderNo() == null, told);
        exportOrders.update(found.cleared(told.clearedOn(), told.reference()));
        process.start(TradeOrderModel.PROCESS_TRACE_CLEARANCE, told.reference());
    }

    private void count(Clearance told, Order order) {
        ExportOrder found = exportOrders.lockOrAdd(told.exportOrderNo());
        refuseIfLinkChanged(found.belongsTo(order.no()), told);
        exportOrders.update(found.cleared(told.clearedOn(), told.reference()));
        record.add(
                order,
                found.isCleared() ? Fact.CLEARANCE_CORRECTED : Fact.GOODS_CLEARED,
                told.exportOrderNo() + " " + told.clearedOn());
        events.publishEvent(new ExportOrdersChanged(order.no()));
    }

    /** The order is locked before its export order, so the link is read before it is safe; the command is tried again. */
    private static void refuseIfLinkChanged(boolean unchanged, Clearance told) {
        if (!unchanged) {
            throw new PessimisticLockingFailureException(
                    "The link of export order %s changed meanwhile".formatted(told.exportOrderNo()));
        }
    }

    private boolean add(Clearance told) {
        return jdbc.sql("""
                        insert into customs_clearance (reference, export_order_no, cleared_on, notified_at)
                        values (:reference, :exportOrderNo, :clearedOn, :at)
                            on conflict do nothing
                        """)
                        .param("reference", told.reference())
                        .param("exportOrderNo", told.exportOrderNo())
                        .param("clearedOn", told.clearedOn())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Clearance get(String reference) {
        return jdbc.sql("""
                        select reference, export_order_no, cleared_on
                          from customs_clearance
                         where reference = :reference
                        """)
                .param("reference", reference)
                .query((row, i) -> new Clearance(
                        row.getString("reference"),
                        row.getString("export_order_no"),
                        row.getObject("cleared_on", LocalDate.class)))
                .single();
    }
}
