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
    void on(QuotaSteps.ReleaseWaits release) {
        jdbc.sql("""
                        update trade_order set coverage_release_waits = :waits
                         where order_no = :orderNo and coverage_release_waits <> :waits
                        """)
                .param("waits", release.waits())
                .param("orderNo", release.no().value())
                .update();
    }

    boolean has(OrderNo no) {
        return jdbc.sql("select coverage_release_waits from trade_order where order_no = :orderNo")
                .param("orderNo", no.value())
                .query(Boolean.class)
                .single();
    }
}
