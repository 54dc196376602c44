package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** The export orders linked to an order, as far as its shipment depends on them. */
@Repository
class LinkedExportOrders {

    private final JdbcClient jdbc;

    LinkedExportOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cleared of(OrderNo no) {
        return jdbc.sql("""
                        select count(*) as linked, count(cleared_on) as cleared, max(cleared_on) as latest
                          from export_order
                         where order_no = :orderNo
                        """)
                .param("orderNo", no.value())
                .query((row, i) -> new Cleared(
                        row.getInt("linked"), row.getInt("cleared"), row.getObject("latest", LocalDate.class)))
                .single();
    }

    /**
     * How many export orders are linked, how many of them cleared.
     *
     * @param latest date in Asia/Shanghai of the last clearance
     */
    record Cleared(int linked, int cleared, @Nullable LocalDate latest) {

        /** All goods have left: at least one export order is linked, and each is cleared (AMB-27, AC-SHP-4). */
        boolean all() {
            return linked > 0 && cleared == linked;
        }

        /**
         * The ship date: the day the last export order was cleared (SHP-02).
         *
         * @throws IllegalStateException if goods are still waiting
         */
        LocalDate shipDate() {
            if (!all() || latest == null) {
                throw new IllegalStateException("Not all export orders are cleared");
            }
            return latest;
        }
    }
}
