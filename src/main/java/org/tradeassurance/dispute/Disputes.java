package org.tradeassurance.dispute;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;

/** The disputes of orders, kept for good; at most one of an order is open. Callers hold the order's lock. */
@Repository
class Disputes {

    private final JdbcClient jdbc;

    Disputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DisputeSteps.Opened opened) {
        jdbc.sql("""
                        insert into dispute (order_no, kind, party, amount, reason, opened_by, opened_at)
                        values (:orderNo, :kind, :party, :amount, :reason, :by, :at)
                        """)
                .param("orderNo", opened.no().value())
                .param("kind", opened.kind().name())
                .param("party", opened.party().name())
                .param(
                        "amount",
                        opened.amount() == null ? null : opened.amount().amount())
                .param("reason", opened.reason())
                .param("by", Account.current().name())
                .param("at", opened.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The dispute that freezes the order. */
    Dispute ofFrozen(OrderNo no) {
        return jdbc.sql("select * from dispute where order_no = :orderNo and outcome is null")
                .param("orderNo", no.value())
                .query(Disputes::dispute)
                .single();
    }

    @EventListener
    void on(DisputeSteps.Decided decided) {
        jdbc.sql("""
                        update dispute
                           set outcome = :outcome, amount_granted = :granted, decision_reason = :reason, decided_by = :by, decided_at = :at
                         where dispute_id = :id
                        """)
                .param("outcome", decided.decision().outcome().name())
                .param("granted", decided.decision().granted().amount())
                .param("reason", decided.reason())
                .param("by", Account.current().name())
                .param("at", decided.at().atOffset(ZoneOffset.UTC))
                .param("id", decided.dispute().disputeId())
                .update();
    }

    /** Newest first. */
    List<Dispute> of(OrderNo no, PageRequest page) {
        return jdbc.sql("""
                        select * from dispute
                         where order_no = :orderNo and (:after::bigint is null or dispute_id < :after::bigint)
                         order by dispute_id desc
                         limit :limit
                        """)
                .param("orderNo", no.value())
                .param("after", page.after())
                .param("limit", page.limit() + 1)
                .query(Disputes::dispute)
                .list();
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Dispute(
                row.getLong("dispute_id"),
                Dispute.Kind.valueOf(row.getString("kind")),
                Party.valueOf(row.getString("party")),
                money(row, "amount"),
                row.getString("reason"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Dispute.Outcome.valueOf(outcome),
                money(row, "amount_granted"),
                row.getString("decision_reason"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }
}
