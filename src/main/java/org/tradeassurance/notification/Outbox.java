package org.tradeassurance.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;

/** Mail to send, written in the transaction of its cause: a mail is sent if and only if its cause came to stay. */
@Repository
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sends the buyer the order; one who has never traded here is invited to register (ELG-07). */
    public void invite(Order order) {
        mail(order.no(), order.parties().buyer().email(), "order-invitation");
    }

    /** Writes a mail down; {@code template} names its text, such as {@code order-invitation}. */
    public void mail(OrderNo orderNo, String recipient, String template) {
        jdbc.sql("""
                        insert into outbox_mail (order_no, recipient, template, created_at)
                        values (:orderNo, :recipient, :template, :at)
                        """)
                .param("orderNo", orderNo.value())
                .param("recipient", recipient)
                .param("template", template)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
