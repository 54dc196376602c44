package org.tradeassurance.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** The stored export orders. Whoever changes the link or the clearance of one locks its order first, then its row. */
@Repository
public class ExportOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new number as the export service gives them, such as {@code 185002-1054} (EXP-04). */
    String nextNumber() {
        Long next = jdbc.sql("select nextval('export_order_number')")
                .query(Long.class)
                .single();
        return "185002-%04d".formatted(next);
    }

    Optional<ExportOrder> find(String exportOrderNo) {
        return select(exportOrderNo, "");
    }

    /** Locks the row until the transaction ends. */
    Optional<ExportOrder> lock(String exportOrderNo) {
        return select(exportOrderNo, " for update");
    }

    /** Locks the row until the transaction ends; an export order not heard of before is written down first. */
    ExportOrder lockOrAdd(String exportOrderNo) {
        return jdbc.sql("""
                        insert into export_order as known (export_order_no, status, created_at)
                        values (:exportOrderNo, 'TO_SUBMIT', :at)
                            on conflict (export_order_no) do update set status = known.status
                        returning export_order_no, order_no, status, port, destination, cleared_on, self_export, evidence
                        """)
                .param("exportOrderNo", exportOrderNo)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(ExportOrders::row)
                .single();
    }

    private Optional<ExportOrder> select(String exportOrderNo, String suffix) {
        return jdbc.sql("""
                        select export_order_no, order_no, status, port, destination, cleared_on, self_export, evidence
                          from export_order
                         where export_order_no = :exportOrderNo""" + suffix)
                .param("exportOrderNo", exportOrderNo)
                .query(ExportOrders::row)
                .optional();
    }

    /** Locks the export order under which the supplier exports goods of an order itself. */
    Optional<ExportOrder> lockOwn(OrderNo orderNo) {
        return lockLinked(orderNo).stream().filter(ExportOrder::selfExport).findFirst();
    }

    /** Locks all export orders of an order. */
    List<ExportOrder> lockLinked(OrderNo orderNo) {
        return jdbc.sql("""
                        select export_order_no, order_no, status, port, destination, cleared_on, self_export, evidence
                          from export_order
                         where order_no = :orderNo
                         order by export_order_no
                           for update
                        """)
                .param("orderNo", orderNo.value())
                .query(ExportOrders::row)
                .list();
    }

    /** How many export orders are linked to an order, how many of them cleared, and when the first and the last were (Asia/Shanghai). */
    public record Clearing(
            int linked,
            int cleared,
            @Nullable LocalDate first,
            @Nullable LocalDate latest) {}

    public Clearing clearing(OrderNo orderNo) {
        return jdbc.sql("""
                        select count(*) as linked, count(cleared_on) as cleared, min(cleared_on) as first, max(cleared_on) as latest
                          from export_order
                         where order_no = :orderNo
                        """)
                .param("orderNo", orderNo.value())
                .query((row, i) -> new Clearing(
                        row.getInt("linked"),
                        row.getInt("cleared"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("latest", LocalDate.class)))
                .single();
    }

    @EventListener
    void on(ExportSteps.Changed changed) {
        update(changed.exportOrder());
    }

    /** Stores all that can change of an export order whose row is locked. */
    void update(ExportOrder exportOrder) {
        OrderNo orderNo = exportOrder.orderNo();
        jdbc.sql("""
                        update export_order
                           set order_no = :orderNo, status = :status, port = :port, destination = :destination, cleared_on = :clearedOn,
                               self_export = :selfExport, evidence = :evidence
                         where export_order_no = :exportOrderNo
                        """)
                .param("orderNo", orderNo == null ? null : orderNo.value())
                .param("status", exportOrder.status().name())
                .param("port", exportOrder.port())
                .param("destination", exportOrder.destination())
                .param("clearedOn", exportOrder.clearedOn())
                .param("selfExport", exportOrder.selfExport())
                .param("evidence", exportOrder.evidence())
                .param("exportOrderNo", exportOrder.exportOrderNo())
                .update();
    }

    private static ExportOrder row(ResultSet row, int rowNumber) throws SQLException {
        String orderNo = row.getString("order_no");
        return new ExportOrder(
                row.getString("export_order_no"),
                orderNo == null ? null : new OrderNo(orderNo),
                ExportOrder.Status.valueOf(row.getString("status")),
                row.getString("port"),
                row.getString("destination"),
                row.getObject("cleared_on", LocalDate.class),
                row.getBoolean("self_export"),
                row.getString("evidence"));
    }
}
