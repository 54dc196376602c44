package org.tradeassurance.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails to parties whose deadline is near: one statement for all, one mail a deadline; disputes pause them (AMB-15). */
@Repository
class DeadlineReminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadlineReminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unpaid orders whose payment window ends within a number of days (PAY-02). */
    void payments(int days) {
        mail("payment-reminder", days, """
                insert into outbox_mail (order_no, recipient, template, created_at)
                select o.order_no, o.buyer_email, :template, :now
                  from trade_order o
                 where o.status = 'AWAITING_DEPOSIT' and o.frozen_at is null
                   and o.payment_due_at > :now and o.payment_due_at <= :until
                   and not exists (select 1 from outbox_mail m
                                    where m.order_no = o.order_no and m.template = :template
                                      and m.created_at >= o.payment_due_at - make_interval(hours => 24 * :days))
                """);
    }

    /** Orders that complete by themselves within a number of days (RCV-02). */
    void receipts(int days) {
        mail("receipt-reminder", days, """
                insert into outbox_mail (order_no, recipient, template, created_at)
                select o.order_no, o.buyer_email, :template, :now
                  from trade_order o
                 where o.status = 'AWAITING_RECEIPT' and o.frozen_at is null
                   and o.auto_complete_at > :now and o.auto_complete_at <= :until
                   and not exists (select 1 from outbox_mail m
                                    where m.order_no = o.order_no and m.template = :template
                                      and m.created_at >= o.auto_complete_at - make_interval(hours => 24 * :days))
                """);
    }

    /** Paid orders whose agreed ship date is over within a number of days, and whose shipment is not declared (SHP-04). */
    void shipments(int days) {
        mail("shipment-reminder", days, """
                insert into outbox_mail (order_no, recipient, template, created_at)
                select o.order_no, o.supplier_id, :template, :now
                  from trade_order o
                 where o.status = 'AWAITING_SHIPMENT' and o.frozen_at is null and o.shipment_declared_at is null
                   and o.ship_by_ends_at > :now and o.ship_by_ends_at <= :until
                   and not exists (select 1 from outbox_mail m
                                    where m.order_no = o.order_no and m.template = :template
                                      and m.created_at >= o.ship_by_ends_at - make_interval(hours => 24 * :days))
                """);
    }

    private void mail(String template, int days, String sql) {
        Instant now = clock.instant();
        jdbc.sql(sql)
                .param("template", template)
                .param("days", days)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
