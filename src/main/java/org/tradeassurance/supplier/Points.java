package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Question;

/** The points of suppliers: each source earns once, by the table {@code order-points} of its date (PNT-01 to PNT-03). */
@Repository
class Points {

    private enum Source {
        ORDER,
        RFQ,
        ORDER_CLOSED
    }

    @DecisionTable("order-points")
    private record Of(Source source) implements Question<Earned> {}

    private record Earned(int points) {}

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
        return award(Source.ORDER, "order:" + no, supplierId, no);
    }

    /** A completed quotation earns once an RFQ (AC-PNT-4). */
    int awardQuotation(String supplierId, String rfqNo) {
        return award(Source.RFQ, "rfq:" + supplierId + ":" + rfqNo, supplierId, null);
    }

    /** A closed order loses what the table takes back, never more than it earned (AMB-25, PRM-21). */
    int takeBack(OrderNo no, String supplierId) {
        int earned = jdbc.sql("select coalesce(sum(points), 0) from points_entry where source_key = :sourceKey")
                .param("sourceKey", "order:" + no)
                .query(Integer.class)
                .single();
        int change = Math.max(-earned, points(Source.ORDER_CLOSED, no));
        return change == 0 ? 0 : book("order-closed:" + no, supplierId, change);
    }

    /** The points earned, 0 if the source has earned before. */
    private int award(Source source, String sourceKey, String supplierId, @Nullable OrderNo no) {
        return book(sourceKey, supplierId, points(source, no));
    }

    private int points(Source source, @Nullable OrderNo no) {
        return decisions.today(no, new Of(source)).points();
    }

    private int book(String sourceKey, String supplierId, int points) {
        int added = jdbc.sql("""
                        insert into points_entry (source_key, supplier_id, points, at)
                        values (:sourceKey, :supplierId, :points, :at)
                            on conflict do nothing
                        """)
                .param("sourceKey", sourceKey)
                .param("supplierId", supplierId)
                .param("points", points)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return added * points;
    }
}
