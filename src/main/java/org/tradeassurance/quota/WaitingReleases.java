package org.tradeassurance.quota;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** Orders whose coverage would have been released, had no dispute been open (QTA-09). Callers hold the order's lock. */
@Repository
class WaitingReleases {

    private final JdbcClient jdbc;

    WaitingReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(QuotaSteps.ReleaseLater later) {
        jdbc.sql("update trade_order set coverage_release_waits = true where order_no = :orderNo")
                .param("orderNo", later.no().value())
                .update();
    }

    /** True once for an order that waits. */
    boolean take(OrderNo no) {
        return jdbc.sql("""
                        update trade_order set coverage_release_waits = false
                         where order_no = :orderNo and coverage_release_waits
                        """).param("orderNo", no.value()).update() == 1;
    }
}
