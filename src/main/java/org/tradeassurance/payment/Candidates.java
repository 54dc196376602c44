package org.tradeassurance.payment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;

/** The orders that unmatched money may be meant for, each with the reasons to think so (PAY-03, ACT-06). */
@Repository
public class Candidates {

    private static final String SELECT = """
            with money as (select * from remittance where remittance_id = :id),
            named as (
                select stated_order_no as order_no, 'NAMED' as reason from money
                union select number, 'IN_TEXT' from unnest(string_to_array(:inText, ' ')) number
                union select r.order_no, 'SAME_REFERENCE' from money m join remittance r using (bank_reference) where r.remittance_id <> m.remittance_id),
            pair as (
                select o.order_no, o.buyer_email, a.account is not null as paid_to
                  from trade_order o
                  join (select buyer_email from pair_account p join money m on m.account = p.account
                         union select buyer_email from trade_order join named using (order_no)) buyer using (buyer_email)
                  left join (select p.* from pair_account p join money m on m.account = p.account) a
                         on a.supplier_id = o.supplier_id and a.buyer_email = o.buyer_email
                 where o.status not in ('COMPLETED', 'CLOSED')),
            guess as (
                select order_no, reason from named
                union select order_no, 'PAIR_ACCOUNT' from pair where paid_to
                union select order_no, case when count(*) over (partition by buyer_email) = 1 then 'ONLY_OPEN_ORDER' else 'SAME_BUYER' end from pair
                union select o.order_no, case when o.deposit_accepted_at is null then 'DEPOSIT_AMOUNT' else 'BALANCE_AMOUNT' end
                        from money m join trade_order o on o.owed = m.amount
                       where m.currency = 'USD' and o.status in ('AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP',
                                                                 'AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE'))
            select o.order_no, coalesce(o.buyer_name, o.buyer_email) as buyer, s.name as supplier, o.status, o.frozen_at is not null as frozen,
                   o.owed, array_agg(g.reason order by g.reason) as reasons
              from guess g join trade_order o using (order_no) join supplier s using (supplier_id)
             group by o.order_no, s.name
             order by o.status = 'CLOSED' or o.frozen_at is not null, count(*) desc, o.order_no desc
             limit 10
            """;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order that the money may be meant for.
     *
     * @param owed what the buyer still has to pay for the leg that is open, in US dollars
     * @param reasons such as {@code IN_TEXT}; names of the messages {@code candidate.*}
     */
    public record Candidate(
            OrderNo orderNo,
            String buyer,
            String supplier,
            OrderStatus status,
            boolean frozen,
            Money owed,
            List<String> reasons) {

        /** Money is assigned to no closed order, and to none that a dispute freezes. */
        public boolean takesMoney() {
            return status != OrderStatus.CLOSED && !frozen;
        }
    }

    /** The likeliest first, ten at most. */
    public List<Candidate> of(String remittanceId) {
        return jdbc.sql(SELECT)
                .param("id", remittanceId)
                .param("inText", String.join(" ", Named.in(textOf(remittanceId)).all()))
                .query(Candidates::candidate)
                .list();
    }

    private @Nullable String textOf(String remittanceId) {
        return jdbc.sql("select coalesce(remittance_info, '') from remittance where remittance_id = :id")
                .param("id", remittanceId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        Array reasons = row.getArray("reasons");
        return new Candidate(
                new OrderNo(row.getString("order_no")),
                row.getString("buyer"),
                row.getString("supplier"),
                OrderStatus.valueOf(row.getString("status")),
                row.getBoolean("frozen"),
                new Money(row.getBigDecimal("owed")),
                Stream.of((Object[]) reasons.getArray()).map(Object::toString).toList());
    }
}
