package org.tradeassurance.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** Pay-outs that came back: which one a credit may be, and what came of those that a person has recognised (BNK-09). */
@Repository
public class ReturnedPayouts {

    private static final String PAID = """
            select refund_no, order_no, amount, currency, payout_reference, paid_on from refund
             where paid_at is not null
               and (refund_no = any (string_to_array(:numbers, ' ')) or payout_reference = any (string_to_array(:words, ' ')) or order_no = :orderNo)
             order by paid_at desc
            """;

    private final JdbcClient jdbc;
    private final Remittances remittances;

    ReturnedPayouts(JdbcClient jdbc, Remittances remittances) {
        this.jdbc = jdbc;
        this.remittances = remittances;
    }

    /**
     * A refund that was paid out.
     *
     * @param amount in its currency, with two decimals
     * @param reference of the transfer that paid it
     */
    public record Paid(
            String refundNo,
            @Nullable OrderNo orderNo,
            BigDecimal amount,
            String currency,
            String reference,
            LocalDate paidOn) {}

    /**
     * Money that a bank may have sent back to us: it names a refund that was paid or the transfer that paid it, or is as much as one that
     * was paid out for the order. It is never taken for the buyer's without a person's word.
     */
    boolean mayHold(Notification notification, @Nullable OrderNo order) {
        NamedRefunds named = NamedRefunds.in(notification);
        return paid(named, order).stream()
                .anyMatch(paid -> named.name(paid)
                        || (paid.currency().equals(notification.currency())
                                && paid.amount().compareTo(notification.amount()) == 0));
    }

    /** The pay-outs that unmatched money may be: those that it names, and those of the order that it is meant for; the latest first. */
    public List<Paid> candidates(String remittanceId) {
        Remittance remittance = remittances.find(remittanceId).orElseThrow();
        NamedRefunds named = NamedRefunds.in(remittance.notification());
        String stated = remittance.notification().statedOrderNo();
        OrderNo order = remittance.orderNo() == null && stated != null && OrderNo.isOrderNo(stated)
                ? new OrderNo(stated)
                : remittance.orderNo();
        return paid(named, order).stream()
                .filter(paid -> named.name(paid) || (order != null && order.equals(paid.orderNo())))
                .toList();
    }

    /** A pay-out that came back. */
    record Returned(String refundNo, String reference, LocalDate paidOn, String remittanceId, Instant returnedAt) {}

    /** In the order in which they came back. */
    List<Returned> of(OrderNo no) {
        return jdbc.sql("""
                        select p.* from returned_payout p join refund f using (refund_no) where f.order_no = :orderNo order by p.returned_at
                        """)
                .param("orderNo", no.value())
                .query((row, i) -> new Returned(
                        row.getString("refund_no"),
                        row.getString("payout_reference"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("remittance_id"),
                        row.getObject("returned_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps the transfer that came back beside its refund. */
    void add(Refund refund, Remittance credit, String by, Instant at) {
        jdbc.sql("""
                        insert into returned_payout
                        select :remittance, refund_no, payout_reference, paid_on, paid_by, paid_at, :by, :at from refund where refund_no = :no
                        """)
                .param("remittance", credit.id())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("no", refund.refundNo())
                .update();
    }

    private List<Paid> paid(NamedRefunds named, @Nullable OrderNo order) {
        return jdbc.sql(PAID)
                .param("numbers", String.join(" ", named.numbers()))
                .param("words", String.join(" ", named.words()))
                .param("orderNo", order == null ? null : order.value())
                .query(ReturnedPayouts::paid)
                .list();
    }

    private static Paid paid(ResultSet row, int number) throws SQLException {
        String orderNo = row.getString("order_no");
        return new Paid(
                row.getString("refund_no"),
                orderNo == null ? null : new OrderNo(orderNo),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("payout_reference"),
                row.getObject("paid_on", LocalDate.class));
    }
}
