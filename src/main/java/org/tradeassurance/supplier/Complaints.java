package org.tradeassurance.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.supplier.Complaint.Kind;
import org.tradeassurance.supplier.Complaint.State;

/** The stored complaints; each is judged once. */
@Repository
class Complaints {

    private static final String SELECT = """
            select complaint_id, state, supplier_id, order_no, kind, text, filed_at, reason, decided_at
              from complaint
             where complaint_id = :id""";

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Clock clock;

    Complaints(JdbcClient jdbc, Orders orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * A buyer complains about suppliers that it trades with, and not again before the assurance desk has answered; the platform may always.
     *
     * @throws Refusal {@code complaint-without-order}, or {@code complaint-open} with the id of the one that is open
     */
    void requireFileable(String supplierId, @Nullable OrderNo orderNo) {
        String buyer = Account.current().buyerEmail();
        if (buyer == null) {
            return;
        }
        lockFiling(supplierId, buyer);
        if (orderNo == null && !orders.areBetween(supplierId, buyer)) {
            throw new Refusal(Problem.COMPLAINT_WITHOUT_ORDER, null, supplierId);
        }
        jdbc.sql("""
                        select complaint_id from complaint
                         where buyer_email = :buyer and supplier_id = :supplierId and state = 'OPEN'
                           and order_no is not distinct from :orderNo
                         limit 1
                        """)
                .param("buyer", buyer)
                .param("supplierId", supplierId)
                .param("orderNo", orderNo == null ? null : orderNo.value(), Types.VARCHAR)
                .query(String.class)
                .optional()
                .ifPresent(open -> {
                    throw new Refusal(Problem.COMPLAINT_OPEN, orderNo, supplierId, open);
                });
    }

    private void lockFiling(String supplierId, String buyer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('complaint ' || :supplierId || ' ' || :buyer, 0))")
                .param("supplierId", supplierId)
                .param("buyer", buyer)
                .query((row, i) -> true)
                .single();
    }

    /** Stores a complaint of the caller and gives its id. */
    String add(String supplierId, @Nullable OrderNo orderNo, Kind kind, String text) {
        Account account = Account.current();
        return jdbc.sql("""
                        insert into complaint (supplier_id, order_no, kind, text, filed_by, buyer_email, filed_at)
                        values (:supplierId, :orderNo, :kind, :text, :filedBy, :buyerEmail, :now)
                        returning complaint_id
                        """)
                .param("supplierId", supplierId)
                .param("orderNo", orderNo == null ? null : orderNo.value())
                .param("kind", kind.name())
                .param("text", text)
                .param("filedBy", account.name())
                .param("buyerEmail", account.buyerEmail())
                .param("now", now())
                .query(String.class)
                .single();
    }

    /** A complaint that the caller may see: a buyer its own. */
    Complaint getVisible(String id) {
        return jdbc.sql(SELECT + " and (:scopeBuyer::text is null or buyer_email = :scopeBuyer)")
                .param("id", id)
                .param("scopeBuyer", Account.current().buyerEmail())
                .query(Complaints::complaint)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    Complaint get(String id) {
        return one(id, "");
    }

    /**
     * Locks a complaint that nobody has judged yet.
     *
     * @throws Refusal {@code illegal-transition} if it is judged
     */
    Complaint lockOpen(String id) {
        Complaint complaint = one(id, " for update");
        if (complaint.state() != State.OPEN) {
            throw new Refusal(
                            Problem.ILLEGAL_TRANSITION,
                            complaint.orderNo(),
                            complaint.state().name(),
                            id)
                    .saying("complaint.judged");
        }
        return complaint;
    }

    /** Keeps the decision of the caller. */
    void judge(String id, State state, String reason) {
        jdbc.sql("""
                        update complaint
                           set state = :state, reason = :reason, decided_by = :decidedBy, decided_at = :now
                         where complaint_id = :id
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("decidedBy", Account.current().name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Counts an upheld complaint towards sanctions; not all count (VIO-05). */
    void count(String id) {
        jdbc.sql("update complaint set counted = true where complaint_id = :id")
                .param("id", id)
                .update();
    }

    /** The supplier's upheld complaints of a kind that count. */
    int counted(String supplierId, Kind kind) {
        return jdbc.sql("""
                        select count(*) from complaint
                         where supplier_id = :supplierId and kind = :kind and state = 'UPHELD' and counted
                        """)
                .param("supplierId", supplierId)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    private Complaint one(String id, String suffix) {
        return jdbc.sql(SELECT + suffix)
                .param("id", id)
                .query(Complaints::complaint)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static Complaint complaint(ResultSet row, int rowNumber) throws SQLException {
        String orderNo = row.getString("order_no");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        Instant filedAt = row.getObject("filed_at", OffsetDateTime.class).toInstant();
        return new Complaint(
                row.getString("complaint_id"),
                State.valueOf(row.getString("state")),
                row.getString("supplier_id"),
                orderNo == null ? null : new OrderNo(orderNo),
                Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                filedAt,
                row.getString("reason"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
