package org.tradeassurance.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** Mail to send, written in the transaction of its cause: a mail is sent if and only if its cause came to stay. */
@Repository
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailTexts texts;

    Outbox(JdbcClient jdbc, Clock clock, MailTexts texts) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a mail down.
     *
     * @param recipient the buyer's e-mail address, or the supplier's id: where suppliers read mail is a setting of the relay
     * @param template names its text, such as {@code order-invitation}
     */
    public void mail(OrderNo orderNo, String recipient, String template) {
        mail(orderNo, recipient, template, null);
    }

    @EventListener
    void on(SendMail mail) {
        mail(mail.no(), mail.recipient(), mail.template(), mail.refundNo());
    }

    @EventListener
    void on(MailSteps.SendWritten mail) {
        jdbc.sql("""
                        insert into outbox_mail (order_no, recipient, template, about, words, created_at)
                        values (:orderNo, :recipient, 'step', :about, :words::jsonb, :at)
                        """)
                .param("orderNo", mail.no().value())
                .param("recipient", mail.recipient())
                .param("about", mail.staff() ? "-" : null)
                .param("words", texts.stored(mail.written()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same about a refund of the order. */
    public void mail(OrderNo orderNo, String recipient, String template, @Nullable String refundNo) {
        jdbc.sql("""
                        insert into outbox_mail (order_no, recipient, template, refund_no, created_at)
                        values (:orderNo, :recipient, :template, :refundNo, :at)
                        """)
                .param("orderNo", orderNo.value())
                .param("recipient", recipient)
                .param("template", template)
                .param("refundNo", refundNo)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Writes a mail to a member of staff down.
     *
     * @param about what it says beyond its template, in every language that the reader may have
     */
    public void mailStaff(String address, String template, String about) {
        jdbc.sql("""
                        insert into outbox_mail (recipient, template, about, created_at)
                        values (:recipient, :template, :about, :at)
                        """)
                .param("recipient", address)
                .param("template", template)
                .param("about", about)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When a mail of this kind last went to the recipient within a span before now; empty if none did. */
    Optional<Instant> lastSince(OrderNo orderNo, String recipient, String template, Duration span) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select created_at from outbox_mail
                         where order_no = :orderNo and recipient = :recipient and template = :template
                           and created_at > :since and created_at <= :now
                         order by created_at desc
                         limit 1
                        """)
                .param("orderNo", orderNo.value())
                .param("recipient", recipient)
                .param("template", template)
                .param("since", now.minus(span).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
