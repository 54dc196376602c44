package org.tradeassurance.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at start, in health ({@code outbox}) and in metrics whether mails are sent and how many are not. */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {

    /** None of those that make the whole application unhealthy: orders go on without mail. */
    static final Status NOT_SENT = new Status("NOT_SENT");

    private static final Logger LOG = LoggerFactory.getLogger(OutboxHealth.class);

    private final JdbcClient jdbc;
    private final boolean sandbox;
    private final boolean server;

    OutboxHealth(JdbcClient jdbc, Environment environment, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        this.server = environment.containsProperty("spring.mail.host");
        Gauge.builder("trade.assurance.mails.waiting", this::waiting)
                .description("Mails that have yet to be sent")
                .register(meters);
        Gauge.builder("trade.assurance.mails.given.up", this::givenUp)
                .description("Mails that could not be sent and are not tried again")
                .register(meters);
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        if (!server && sandbox) {
            LOG.info("Mails are not sent, they can be read at GET /api/v1/sandbox/mails: spring.mail.host is not set");
        } else if (!server) {
            LOG.warn(
                    "No mail is sent: set spring.mail.host and trade-assurance.mail.from. {} mails wait in the outbox.",
                    waiting());
        }
    }

    @Override
    public Health health() {
        boolean sent = server || sandbox;
        return (sent ? Health.up() : Health.status(NOT_SENT))
                .withDetail("server", server)
                .withDetail("waiting", waiting())
                .withDetail("givenUp", givenUp())
                .build();
    }

    private long waiting() {
        return count("due_at is not null");
    }

    private long givenUp() {
        return count("due_at is null and sent_at is null");
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from outbox_mail where " + which)
                .query(Long.class)
                .single();
    }
}
