package org.tradeassurance.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Contract.PaymentMethod;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Tally;

/** The inbox: every remittance, from its first notification on, with what became of it. */
@Repository
public class Remittances {

    private static final String SELECT = "select * from remittance ";

    private final JdbcClient jdbc;
    private final Orders orders;

    Remittances(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /** Asked by the Deposit phase: money came before the order could take it. Under the order's lock, so that no notification slips by. */
    public boolean waitingFor(String orderNo) {
        Order order = orders.lock(new OrderNo(orderNo));
        return !pending(order.no()).isEmpty();
    }

    /** Lets one notification of a bank reference in at a time: of two bodies at once, one must see the other. */
    void lockReference(String bankReference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('remittance ' || :reference, 0))")
                .param("reference", bankReference)
                .query((row, i) -> true)
                .single();
    }

    /** All under a bank reference, by the hash of their body. */
    Map<String, Remittance> under(String bankReference) {
        Map<String, Remittance> byHash = new HashMap<>();
        jdbc.sql(SELECT + "where bank_reference = :reference")
                .param("reference", bankReference)
                .query((row, number) -> byHash.put(row.getString("body_hash"), remittance(row, number)))
                .list();
        return byHash;
    }

    Optional<Remittance> find(String id) {
        return jdbc.sql(SELECT + "where remittance_id = :id")
                .param("id", id)
                .query(Remittances::remittance)
                .optional();
    }

    /** The same for the account that notified it only; others see all. */
    Optional<Remittance> findVisible(String id) {
        Account account = Account.current();
        return jdbc.sql(SELECT + "where remittance_id = :id and (:bank::text is null or notified_by = :bank)")
                .param("id", id)
                .param("bank", account.role() == Account.Role.BANK ? account.name() : null)
                .query(Remittances::remittance)
                .optional();
    }

    /** The day in Asia/Shanghai on which money came: as the bank says, for information, but no later than we learned of it. */
    LocalDate cameOn(String id) {
        return jdbc.sql("""
                        select (least(received_at, notified_at) at time zone 'Asia/Shanghai')::date from remittance where remittance_id = :id
                        """).param("id", id).query(LocalDate.class).single();
    }

    /** Locks a remittance that waits for the finance desk. */
    Optional<Remittance> lockUnmatched(String id) {
        return jdbc.sql(SELECT + "where remittance_id = :id and state in ('SUSPENSE', 'PARKED') for update")
                .param("id", id)
                .query(Remittances::remittance)
                .optional();
    }

    List<Remittance> of(OrderNo no) {
        return jdbc.sql(SELECT + "where order_no = :orderNo order by inbox_no")
                .param("orderNo", no.value())
                .query(Remittances::remittance)
                .list();
    }

    /** In the order of notification. */
    List<Remittance> pending(OrderNo no) {
        return in(no, Remittance.State.PENDING);
    }

    /** What counts for the order, in the order of notification. */
    List<Remittance> applied(OrderNo no) {
        return in(no, Remittance.State.APPLIED);
    }

    /** The same, and nothing where the deposit has no surplus to move. */
    List<Remittance> appliedIfSurplus(Order order) {
        return Tally.of(order).surplus().isZero() ? List.of() : applied(order.no());
    }

    /** The same, and nothing where the order holds no money to give back. */
    List<Remittance> appliedIfHeld(Order order) {
        return order.funds().held().isZero() ? List.of() : applied(order.no());
    }

    private List<Remittance> in(OrderNo no, Remittance.State state) {
        return of(no).stream().filter(r -> r.state() == state).toList();
    }

    /** Puts a remittance into the inbox; the same notification must not lie there already. */
    void add(Remittance remittance) {
        Notification n = remittance.notification();
        jdbc.sql("""
                        insert into remittance (remittance_id, bank_reference, body_hash, account, stated_order_no, order_no, amount,
                               currency, method, received_at, remittance_info, notified_by, notified_at, state, reason)
                        values (:id, :reference, :hash, :account, :stated, :orderNo, :amount,
                               :currency, :method, :receivedAt, :info, :by, :at, :state, :reason)
                        """)
                .param("id", remittance.id())
                .param("reference", n.bankReference())
                .param("hash", n.hash())
                .param("account", n.account())
                .param("stated", n.statedOrderNo())
                .param("orderNo", value(remittance.orderNo()))
                .param("amount", n.amount())
                .param("currency", n.currency())
                .param("method", n.method())
                .param("receivedAt", timestamp(n.details().receivedAt()))
                .param("info", n.details().remittanceInfo())
                .param("by", Account.current().name())
                .param("at", timestamp(remittance.notifiedAt()))
                .param("state", remittance.state().name())
                .param("reason", name(remittance.reason()))
                .update();
    }

    @EventListener
    void on(Posting.Applied applied) {
        Allocation allocation = applied.allocation();
        jdbc.sql("""
                        update remittance
                           set state = 'APPLIED', reason = null, posted_at = :at, leg = :leg,
                               applied_to_deposit = :deposit, applied_to_balance = :balance, refund_due = :refund
                         where remittance_id = :id
                        """)
                .param("at", timestamp(applied.at()))
                .param("leg", applied.leg().name())
                .param("deposit", allocation.deposit().amount())
                .param("balance", allocation.balance().amount())
                .param("refund", allocation.refund().amount())
                .param("id", applied.remittance().id())
                .update();
    }

    @EventListener
    void on(Posting.Moved moved) {
        Allocation allocation = moved.allocation();
        jdbc.sql("""
                        update remittance
                           set applied_to_deposit = :deposit, applied_to_balance = :balance, refund_due = :refund
                         where remittance_id = :id
                        """)
                .param("deposit", allocation.deposit().amount())
                .param("balance", allocation.balance().amount())
                .param("refund", allocation.refund().amount())
                .param("id", moved.remittance().id())
                .update();
    }

    void become(
            Remittance remittance, Remittance.State state, Remittance.@Nullable Reason reason, @Nullable OrderNo no) {
        jdbc.sql("""
                        update remittance set state = :state, reason = :reason, order_no = :orderNo
                         where remittance_id = :id
                        """)
                .param("state", state.name())
                .param("reason", name(reason))
                .param("orderNo", value(no))
                .param("id", remittance.id())
                .update();
    }

    /** A remittance that no order takes is due for refund as a whole. */
    void giveBack(Remittance remittance) {
        jdbc.sql("update remittance set state = 'RETURNED', refund_due = amount where remittance_id = :id")
                .param("id", remittance.id())
                .update();
    }

    /** What was due is paid out, or, taken back, due again. */
    void payOut(Refund refund, boolean takenBack) {
        jdbc.sql("""
                        update remittance r set refund_due = r.refund_due - :sign * f.amount, refund_paid = r.refund_paid + :sign * f.amount
                          from refund f
                         where f.refund_no = :no and r.remittance_id = f.remittance_id
                        """)
                .param("sign", takenBack ? -1 : 1)
                .param("no", refund.refundNo())
                .update();
    }

    /** The part of the balance that came in as surplus of the deposit (TOL-04). */
    Money surplusOfDeposit(OrderNo no) {
        return new Money(jdbc.sql("""
                        select coalesce(sum(applied_to_balance), 0) from remittance where order_no = :orderNo and leg = 'DEPOSIT'
                        """)
                .param("orderNo", no.value())
                .query(BigDecimal.class)
                .single());
    }

    /** The instant at which money last counted for the order; what only became due for refund pays nothing. */
    Optional<Instant> lastCounted(OrderNo no) {
        return of(no).stream()
                .filter(remittance -> remittance.allocation().counts())
                .map(Remittance::postedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** Whether money came for the order in this way, counted or still to be counted. */
    boolean cameBy(OrderNo no, PaymentMethod method) {
        return of(no).stream()
                .anyMatch(remittance -> (remittance.state() == Remittance.State.APPLIED
                                || remittance.state() == Remittance.State.PENDING)
                        && remittance.notification().method().equals(method.name()));
    }

    private static Remittance remittance(ResultSet row, int number) throws SQLException {
        String orderNo = row.getString("order_no");
        String reason = row.getString("reason");
        return new Remittance(
                row.getString("remittance_id"),
                new Notification(
                        row.getString("bank_reference"),
                        row.getString("account"),
                        row.getString("stated_order_no"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("method"),
                        new Notification.Details(instant(row, "received_at"), row.getString("remittance_info"))),
                orderNo == null ? null : new OrderNo(orderNo),
                Remittance.State.valueOf(row.getString("state")),
                reason == null ? null : Remittance.Reason.valueOf(reason),
                row.getObject("notified_at", OffsetDateTime.class).toInstant(),
                instant(row, "posted_at"),
                new Allocation(
                        new Money(row.getBigDecimal("applied_to_deposit")),
                        new Money(row.getBigDecimal("applied_to_balance")),
                        new Money(row.getBigDecimal("refund_due")),
                        new Money(row.getBigDecimal("refund_paid"))));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String value(@Nullable OrderNo no) {
        return no == null ? null : no.value();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
