package org.tradeassurance.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.notification.WebhookSettings.Subscriber;
import org.tradeassurance.order.OperationRecorded;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;

/**
 * The events that subscribers are told, written in the transaction of their cause and kept. When one is due is a matter of the
 * system's clock: a sandbox's may stand still.
 */
@Repository
class Webhooks {

    private final JdbcClient jdbc;
    private final List<Subscriber> subscribers;

    Webhooks(JdbcClient jdbc, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.subscribers = settings.webhooks();
    }

    /** Told at the end of the transaction, so that the event carries the status that came to stay; under the order's lock, so that the numbers have no gap. */
    @EventListener
    void on(OperationRecorded operation) {
        List<Subscriber> told =
                subscribers.stream().filter(s -> s.wants(operation.fact())).toList();
        if (told.isEmpty()) {
            return;
        }
        String supplier = jdbc.sql("select supplier_id from trade_order where order_no = :orderNo for no key update")
                .param("orderNo", operation.no().value())
                .query(String.class)
                .single();
        for (Subscriber subscriber : told) {
            if (subscriber.suppliers().isEmpty() || subscriber.suppliers().contains(supplier)) {
                add(subscriber, operation);
            }
        }
    }

    private void add(Subscriber subscriber, OperationRecorded operation) {
        jdbc.sql("""
                        insert into webhook (subscriber, order_no, sequence, event, status, contract_version, occurred_at)
                        select :subscriber, o.order_no,
                               1 + coalesce((select max(sequence) from webhook
                                              where subscriber = :subscriber and order_no = o.order_no), 0),
                               :event, o.status, :version, :at
                          from trade_order o
                         where o.order_no = :orderNo
                        """)
                .param("subscriber", subscriber.id())
                .param("orderNo", operation.no().value())
                .param("event", operation.fact().action())
                .param("version", operation.contractVersion())
                .param("at", operation.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes an event that is due, for as long as the lease lasts: whoever dies with it leaves it to the next. The events of an
     * order come one after the other: while one has not arrived, the later ones wait.
     */
    Optional<Webhook> take(Subscriber subscriber, Duration lease) {
        return jdbc.sql("""
                        with next as (
                            select w.webhook_id
                              from webhook w
                             where w.subscriber = :subscriber and w.due_at <= clock_timestamp()
                               and not exists (select 1 from webhook e
                                                where e.subscriber = w.subscriber and e.order_no = w.order_no
                                                  and e.sequence < w.sequence and e.sent_at is null)
                             order by w.due_at
                             limit 1 for update of w skip locked)
                        update webhook w
                           set attempts = w.attempts + 1, due_at = clock_timestamp() + make_interval(secs => :lease)
                          from next where w.webhook_id = next.webhook_id
                        returning w.*, extract(epoch from clock_timestamp())::bigint as taken_at
                        """)
                .param("subscriber", subscriber.id())
                .param("lease", lease.toSeconds())
                .query(Webhooks::webhook)
                .optional();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("webhook_id", UUID.class),
                row.getString("subscriber"),
                new OrderNo(row.getString("order_no")),
                row.getInt("sequence"),
                row.getString("event"),
                OrderStatus.valueOf(row.getString("status")),
                row.getInt("contract_version"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getLong("taken_at"));
    }

    /** Lets what was given up for a subscriber be sent again, from its first attempt on, and says how many events that are. */
    int resend(String subscriber) {
        return jdbc.sql("""
                        update webhook set attempts = 0, due_at = clock_timestamp()
                         where subscriber = :subscriber and due_at is null and sent_at is null
                        """).param("subscriber", subscriber).update();
    }

    /** An event that was given up; the later ones of its order wait for it. */
    record GivenUp(
            OrderNo orderNo,
            int sequence,
            String event,
            @Nullable String lastError) {}

    List<GivenUp> givenUp(Subscriber subscriber, int limit) {
        return jdbc.sql("""
                        select order_no, sequence, event, last_error from webhook
                         where subscriber = :subscriber and due_at is null and sent_at is null
                         order by order_no
                         limit :limit
                        """)
                .param("subscriber", subscriber.id())
                .param("limit", limit)
                .query((row, number) -> new GivenUp(
                        new OrderNo(row.getString("order_no")),
                        row.getInt("sequence"),
                        row.getString("event"),
                        row.getString("last_error")))
                .list();
    }

    long countGivenUp(Subscriber subscriber) {
        return count(subscriber, "due_at is null and sent_at is null");
    }

    /** Those that wait for an earlier one of their order included. */
    long countWaiting(Subscriber subscriber) {
        return count(subscriber, "due_at is not null");
    }

    private long count(Subscriber subscriber, String state) {
        return jdbc.sql("select count(*) from webhook where subscriber = :subscriber and " + state)
                .param("subscriber", subscriber.id())
                .query(Long.class)
                .single();
    }
}
