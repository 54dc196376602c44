package org.tradeassurance.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** The stored comments, one an order, and their replies (FBK-06). */
@Repository
class Feedbacks {

    private final JdbcClient jdbc;

    Feedbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(OrderNo no) {
        return jdbc.sql("select exists (select 1 from feedback where order_no = :orderNo)")
                .param("orderNo", no.value())
                .query(Boolean.class)
                .single();
    }

    FeedbackView of(OrderNo no) {
        return jdbc.sql("select text, rating, at, displayed, reply, replied_at from feedback where order_no = :orderNo")
                .param("orderNo", no.value())
                .query((row, number) -> new FeedbackView(
                        row.getString("text"),
                        row.getObject("rating", Integer.class),
                        instant(row, "at"),
                        row.getBoolean("displayed"),
                        row.getString("reply"),
                        instant(row, "replied_at")))
                .optional()
                .orElse(FeedbackView.NONE);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @EventListener
    void on(FeedbackSteps.Published published) {
        jdbc.sql("""
                        insert into feedback (order_no, text, rating, at, displayed)
                        values (:orderNo, :text, :rating, :at, :displayed)
                        """)
                .param("orderNo", published.no().value())
                .param("text", published.comment().text())
                .param("rating", published.rating())
                .param("at", published.at().atOffset(ZoneOffset.UTC))
                .param("displayed", published.displayed())
                .update();
    }

    @EventListener
    void on(FeedbackSteps.Replied replied) {
        jdbc.sql("update feedback set reply = :reply, replied_at = :at where order_no = :orderNo")
                .param("reply", replied.comment().text())
                .param("at", replied.at().atOffset(ZoneOffset.UTC))
                .param("orderNo", replied.no().value())
                .update();
    }
}
