package org.tradeassurance.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;

/** The mails in the outbox, as they read now. When one is due is a matter of the system's clock: a sandbox's may stand still. */
@Repository
public class Mails {

    private static final String SELECT = """
            select m.id, m.order_no, m.recipient, m.template, m.created_at, m.sent_at, m.attempts, m.last_error, m.about, m.words,
                   o.supplier_id, o.status, o.total, o.deposit, o.owed,
                   s.name as supplier_name, coalesce(o.buyer_name, o.buyer_email) as buyer, a.account,
                   o.payment_due_at, o.auto_complete_at, coalesce(o.actual_ship_date, ((o.ship_by_ends_at - interval '1 second') at time zone 'Asia/Shanghai')::date) as ship_date,
                   (select string_agg(concat_ws(', ', e.export_order_no, e.port, e.cleared_on), '; ' order by e.created_at, e.export_order_no)
                      from export_order e where e.order_no = o.order_no) as export_orders,
                   f.amount as refund, f.currency as refund_currency, r.bank_reference as refund_of, f.payout_reference, f.paid_on,
                   d.outcome, d.amount_granted, d.decision_reason
              from outbox_mail m
              left join trade_order o using (order_no)
              left join supplier s on s.supplier_id = o.supplier_id
              left join lateral (select * from dispute where dispute.order_no = m.order_no and decided_at <= m.created_at
                                  order by decided_at desc limit 1) d on true
              left join pair_account a on a.supplier_id = o.supplier_id and a.buyer_email = o.buyer_email
              left join refund f on f.refund_no = m.refund_no
              left join remittance r on r.remittance_id = f.remittance_id
             where true""";

    private final JdbcClient jdbc;
    private final MailTexts texts;

    Mails(JdbcClient jdbc, MailTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Newest first. */
    public Page<Mail> list(PageRequest page) {
        List<Mail> found = jdbc.sql(SELECT + """
                         and (:after::bigint is null or m.id < :after::bigint)
                       order by m.id desc
                       limit :limit
                       """)
                .param("after", page.after())
                .param("limit", page.limit() + 1)
                .query(texts)
                .list();
        return Page.of(found, page, mail -> Long.toString(mail.id()));
    }

    /** Takes the mail that is due first, for as long as the lease lasts: whoever dies with it leaves it to the next. */
    Optional<Mail> take(Duration lease) {
        return jdbc.sql("""
                        with next as (
                            select id from outbox_mail where due_at <= clock_timestamp()
                             order by due_at, id
                             limit 1 for update skip locked)
                        update outbox_mail m
                           set attempts = m.attempts + 1, due_at = clock_timestamp() + make_interval(secs => :lease)
                          from next where m.id = next.id
                        returning m.id
                        """)
                .param("lease", lease.toSeconds())
                .query(Long.class)
                .optional()
                .map(this::get);
    }

    private Mail get(long id) {
        return jdbc.sql(SELECT + " and m.id = :id").param("id", id).query(texts).single();
    }
}
