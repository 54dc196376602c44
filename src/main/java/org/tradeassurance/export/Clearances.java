package org.tradeassurance.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The notifications of the export service: each body counts once, the latest gives the date, none is lost (SHP-02). */
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

    /**
     * Takes a notification; the same one again changes nothing. Another date under a known reference corrects the earlier one.
     *
     * @return the order whose goods it clears; null while the export desk is asked, since no order has linked the export order, or the
     *     reference came for another one before
     */
    @Nullable
    OrderNo take(Clearance told) {
        lockReference(told.reference());
        List<Kept> known = under(told.reference());
        for (Kept kept : known) {
            if (kept.clearance().equals(told)) {
                return kept.doubtful() ? null : orderOf(told);
            }
        }
        boolean doubtful = known.stream()
                .anyMatch(kept -> !kept.clearance().exportOrderNo().equals(told.exportOrderNo()));
        String id = known.isEmpty() ? told.reference() : told.reference() + '#' + UUID.randomUUID();
        add(id, told, doubtful);
        if (doubtful) {
            process.start(TradeOrderModel.PROCESS_TRACE_CLEARANCE, id);
            return null;
        }
        OrderNo orderNo = orderOf(told);
        if (orderNo == null) {
            keep(id, told);
        } else {
            count(told, orders.lock(orderNo));
        }
        return orderNo;
    }

    /** The export order that a kept notification is about. */
    String exportOrderOf(String clearanceId) {
        return jdbc.sql("select export_order_no from customs_clearance where clearance_id = :id")
                .param("id", clearanceId)
                .query(String.class)
                .single();
    }

    private @Nullable OrderNo orderOf(Clearance told) {
        return exportOrders.find(told.exportOrderNo()).map(ExportOrder::orderNo).orElse(null);
    }

    private void keep(String id, Clearance told) {
        ExportOrder found = exportOrders.lockOrAdd(told.exportOrderNo());
        refuseIfLinkChanged(found.orderNo() == null, told);
        exportOrders.update(found.cleared(told.clearedOn(), told.reference()));
        process.start(TradeOrderModel.PROCESS_TRACE_CLEARANCE, id);
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

    /** Two notifications under one reference come one after the other. */
    private void lockReference(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('clearance ' || :reference, 0))")
                .param("reference", reference)
                .query((row, i) -> true)
                .single();
    }

    private void add(String id, Clearance told, boolean doubtful) {
        jdbc.sql("""
                        insert into customs_clearance (clearance_id, reference, export_order_no, cleared_on, notified_at, doubtful)
                        values (:id, :reference, :exportOrderNo, :clearedOn, :at, :doubtful)
                        """)
                .param("id", id)
                .param("reference", told.reference())
                .param("exportOrderNo", told.exportOrderNo())
                .param("clearedOn", told.clearedOn())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("doubtful", doubtful)
                .update();
    }

    private record Kept(Clearance clearance, boolean doubtful) {}

    private List<Kept> under(String reference) {
        return jdbc.sql("""
                        select reference, export_order_no, cleared_on, doubtful
                          from customs_clearance
                         where reference = :reference
                        """)
                .param("reference", reference)
                .query((row, i) -> new Kept(
                        new Clearance(
                                row.getString("reference"),
                                row.getString("export_order_no"),
                                row.getObject("cleared_on", LocalDate.class)),
                        row.getBoolean("doubtful")))
                .list();
    }
}
