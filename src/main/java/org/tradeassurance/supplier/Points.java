package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.Decisions;

/** The points of suppliers: each source earns once, by the table {@code order-points} of its date (PNT-01 to PNT-03). */
@Repository
class Points {

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Clock clock;

    Points(JdbcClient jdbc, Decisions decisions, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** An order earns at its first posting, and never again (AC-PNT-1, AC-PNT-3). */
    int awardOrder(OrderNo no, String supplierId) {
        return award("ORDER", "order:" + no, supplierId, no);
    }

    /** A completed quotation earns once an RFQ (AC-PNT-4). */
    int awardQuotation(String supplierId, String rfqNo) {
        return award("RFQ", "rfq:" + supplierId + ":" + rfqNo, supplierId, null);
    }

    /** The points earned, 0 if the source has earned before. */
    private int award(String source, String sourceKey, String supplierId, @Nullable OrderNo no) {
        Instant now = clock.instant();
        int points = decisions
                .evaluate(no, "order-points", Map.of("source", source, "onDate", BusinessTime.dateOf(now)))
                .number("points");
        int added = jdbc.sql("""
                        insert into points_entry (source_key, supplier_id, points, at)
                        values (:sourceKey, :supplierId, :points, :at)
                            on conflict do nothing
                        """)
                .param("sourceKey", sourceKey)
                .param("supplierId", supplierId)
                .param("points", points)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return added * points;
    }
}
