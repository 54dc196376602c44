package org.tradeassurance.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.overview.Radar.Evidence;
import org.tradeassurance.overview.Radar.UnpaidOrder;

/** What speaks against closing an unpaid order (PAY-01, AMB-28, AMB-29): one statement from the orders that are due and the money that waits. */
@Repository
class UnpaidOrders {

    private static final int DAYS = 3;
    private static final int MOST = 200;

    /** A number inside of longer digits is none, one that the bank broke by blanks is (BNK-10). */
    private static final String SELECT = """
            with unpaid as (
                select o.order_no, o.supplier_id, o.buyer_email, coalesce(o.buyer_name, o.buyer_email) as buyer, o.total, o.owed,
                       o.payment_due_at, p.account
                  from trade_order o join pair_account p using (supplier_id, buyer_email)
                 where o.status = 'AWAITING_DEPOSIT'
                   and (o.order_no = :orderNo or :orderNo::text is null and o.next_due_at <= :until)),
            unmatched as (
                select remittance_id, stated_order_no, account, amount, currency, normalize(coalesce(remittance_info, ''), nfkc) as info,
                       regexp_replace(normalize(coalesce(remittance_info, ''), nfkc), '\\s', '', 'g') as digits
                  from remittance where state in ('SUSPENSE', 'PARKED')),
            reason as (
                select u.order_no, r.remittance_id, case when o.order_no = u.order_no then 'PENDING' else 'PENDING_FOR_PAIR' end as reason
                  from remittance r join trade_order o using (order_no) join unpaid u using (supplier_id, buyer_email) where r.state = 'PENDING'
                union all
                select u.order_no, m.remittance_id, 'NAMED' from unpaid u join unmatched m on m.stated_order_no = u.order_no
                union all
                select u.order_no, m.remittance_id, 'IN_TEXT'
                  from unpaid u join unmatched m on strpos(m.digits, u.order_no) > 0
                   and m.info ~ ('(?<!\\d)' || regexp_replace(u.order_no, '(\\d)(?=\\d)', '\\1\\\\s*', 'g') || '(?!\\d)')
                union all
                select u.order_no, m.remittance_id, 'PAIR_ACCOUNT' from unpaid u join unmatched m using (account)
                union all
                select u.order_no, m.remittance_id, 'AMOUNT' from unpaid u join unmatched m on m.amount = u.owed and m.currency = 'USD'),
            evidence as (
                select order_no, remittance_id, string_agg(reason, ' ' order by reason) as reasons from reason group by 1, 2),
            shown as (
                select u.*, u.order_no in (select order_no from evidence) as doubtful from unpaid u order by doubtful desc, payment_due_at, order_no limit :most)
            select s.*, r.remittance_id, r.bank_reference, r.amount, r.currency, r.notified_at, e.reasons
              from shown s left join evidence e using (order_no) left join remittance r on r.remittance_id = e.remittance_id
             order by s.doubtful desc, s.payment_due_at, s.order_no, r.inbox_no
            """;

    private final JdbcClient jdbc;

    UnpaidOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that money speaks for first, then the first due. */
    Radar read(Instant now, @Nullable OrderNo orderNo) {
        Map<OrderNo, UnpaidOrder> found = new LinkedHashMap<>();
        jdbc.sql(SELECT)
                .param("orderNo", orderNo == null ? null : orderNo.value())
                .param("until", new Bounds(now).endOfDay(DAYS).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(row -> {
                    UnpaidOrder order = order(row);
                    UnpaidOrder known = found.putIfAbsent(order.orderNo(), order);
                    if (row.getString("remittance_id") != null) {
                        (known == null ? order : known).evidence().add(evidence(row));
                    }
                });
        return new Radar(now, List.copyOf(found.values()));
    }

    private static UnpaidOrder order(ResultSet row) throws SQLException {
        return new UnpaidOrder(
                new OrderNo(row.getString("order_no")),
                row.getString("supplier_id"),
                row.getString("buyer"),
                new Money(row.getBigDecimal("total")),
                new Money(row.getBigDecimal("owed")),
                row.getObject("payment_due_at", OffsetDateTime.class).toInstant(),
                new ArrayList<>());
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("remittance_id"),
                row.getString("bank_reference"),
                row.getBigDecimal("amount").toPlainString(),
                row.getString("currency"),
                row.getObject("notified_at", OffsetDateTime.class).toInstant(),
                List.of(row.getString("reasons").split(" ")));
    }
}
