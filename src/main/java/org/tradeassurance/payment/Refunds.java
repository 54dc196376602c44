package org.tradeassurance.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** What is due for refund and what was paid out. Callers hold the lock of the order, if the money belongs to one. */
@Repository
public class Refunds {

    private final JdbcClient jdbc;
    private final ReturnedPayouts returned;
    private final OrderProcess process;
    private final OperationRecord operations;
    private final Outbox outbox;
    private final Clock clock;

    Refunds(
            JdbcClient jdbc,
            ReturnedPayouts returned,
            OrderProcess process,
            OperationRecord operations,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.returned = returned;
        this.process = process;
        this.operations = operations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(Posting.RefundDue due) {
        due(due.remittance(), due.amount(), due.cause(), due.order());
    }

    /** Asks the finance desk to pay a part of a remittance back; the buyer is told where an order is known. */
    void due(Remittance remittance, Money amount, Refund.Cause cause, @Nullable Order order) {
        String currency = remittance.notification().currency();
        String refundNo = jdbc.sql("""
                        insert into refund (remittance_id, order_no, amount, currency, cause, due_at)
                        values (:remittance, :orderNo, :amount, :currency, :cause, :at)
                        returning refund_no
                        """)
                .param("remittance", remittance.id())
                .param("orderNo", order == null ? null : order.no().value())
                .param("amount", amount.amount())
                .param("currency", currency)
                .param("cause", cause.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
        process.start(TradeOrderModel.PROCESS_PAY_REFUND, refundNo);
        if (order != null) {
            operations.add(order, Fact.REFUND_DUE, "%s: %s %s".formatted(refundNo, amount, currency));
            outbox.mail(order.no(), order.parties().buyer().email(), "refund-due", refundNo);
        }
    }

    /** The order whose money a refund is; nothing if there is no such refund, or its money belongs to none. */
    public Optional<OrderNo> orderOf(String refundNo) {
        return jdbc.sql("select order_no from refund where refund_no = :no and order_no is not null")
                .param("no", refundNo)
                .query(String.class)
                .optional()
                .map(OrderNo::new);
    }

    /**
     * Whether a refund is larger than an amount, for the conditions of models; what is in another currency always is.
     *
     * @param amount in US dollars, such as {@code 10000.00}
     */
    public boolean above(String refundNo, String amount) {
        return jdbc.sql("select amount > :amount or currency <> :currency from refund where refund_no = :no")
                .param("no", refundNo)
                .param("amount", Money.of(amount).amount())
                .param("currency", Money.CURRENCY)
                .query(Boolean.class)
                .single();
    }

    /** Locks a refund that is still due; nothing if it was paid. */
    Optional<Refund> lockDue(String refundNo) {
        return jdbc.sql("select * from refund where refund_no = :no and paid_at is null for update")
                .param("no", refundNo)
                .query(Refunds::refund)
                .optional();
    }

    /** Locks a refund that was paid; nothing if it is still due, or there is none. */
    Optional<Refund> lockPaid(String refundNo) {
        return jdbc.sql("select * from refund where refund_no = :no and paid_at is not null for update")
                .param("no", refundNo)
                .query(Refunds::refund)
                .optional();
    }

    /** In the order in which they fell due. */
    List<Refund> of(OrderNo no) {
        return jdbc.sql("select * from refund where order_no = :orderNo order by due_at, refund_no")
                .param("orderNo", no.value())
                .query(Refunds::refund)
                .list();
    }

    /** The refund that a transfer has paid; of two callers with one reference the second waits for the first. */
    Optional<String> paidBy(String payoutReference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payout ' || :reference, 0))")
                .param("reference", payoutReference)
                .query((row, i) -> true)
                .single();
        return jdbc.sql("""
                        select refund_no from refund where payout_reference = :reference
                        union all
                        select refund_no from returned_payout where payout_reference = :reference
                        """)
                .param("reference", payoutReference)
                .query(String.class)
                .optional();
    }

    void pay(Refund refund, Refund.Payout payout) {
        jdbc.sql("""
                        update refund
                           set payout_reference = :reference, paid_on = :on, paid_by = :by, paid_at = :at
                         where refund_no = :no and paid_at is null
                        """)
                .param("reference", payout.reference())
                .param("on", payout.paidOn())
                .param("by", payout.paidBy())
                .param("at", payout.paidAt().atOffset(ZoneOffset.UTC))
                .param("no", refund.refundNo())
                .update();
    }

    /** The pay-out did not arrive: the refund is due again under its number, and the finance desk is asked again. */
    void dueAgain(Refund refund, Remittance credit) {
        returned.add(refund, credit, Account.current().name(), clock.instant());
        jdbc.sql("""
                        update refund set payout_reference = null, paid_on = null, paid_by = null, paid_at = null where refund_no = :no
                        """).param("no", refund.refundNo()).update();
        process.start(TradeOrderModel.PROCESS_PAY_REFUND, refund.refundNo());
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        String orderNo = row.getString("order_no");
        String reference = row.getString("payout_reference");
        return new Refund(
                row.getString("refund_no"),
                row.getString("remittance_id"),
                orderNo == null ? null : new OrderNo(orderNo),
                row.getBigDecimal("amount").toPlainString(),
                row.getString("currency"),
                Refund.Cause.valueOf(row.getString("cause")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                reference == null
                        ? null
                        : new Refund.Payout(
                                reference,
                                row.getObject("paid_on", java.time.LocalDate.class),
                                row.getString("paid_by"),
                                row.getObject("paid_at", OffsetDateTime.class).toInstant()));
    }
}
