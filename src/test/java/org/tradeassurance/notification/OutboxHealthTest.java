package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

/** What operators learn of mails that nobody sends. */
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@Transactional
class OutboxHealthTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Test
    @DisplayName("production without a mail server says so at start, in health and in metrics, with how many wait")
    void productionWithoutAServerSaysSo(CapturedOutput output) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        OutboxHealth health = new OutboxHealth(jdbc, new MockEnvironment(), meters);
        outbox.mailStaff("lead@example.com", "task-overdue", "{}");
        outbox.mailStaff("lead@example.com", "task-overdue", "{}");
        jdbc.sql("update outbox_mail set due_at = null where id = (select max(id) from outbox_mail)")
                .update();
        health.say();

        assertThat(output.getAll()).contains("No mail is sent: set spring.mail.host");
        assertThat(health.health().getStatus()).isEqualTo(new Status("NOT_SENT"));
        assertThat(health.health().getDetails()).containsEntry("waiting", 1L).containsEntry("givenUp", 1L);
        assertThat(meters.get("trade.assurance.mails.waiting").gauge().value()).isEqualTo(1);
        assertThat(meters.get("trade.assurance.mails.given.up").gauge().value()).isEqualTo(1);
    }

    @Test
    @DisplayName("with a server nothing is said; in the sandbox mails are read in the sandbox")
    void whereMailsArriveNothingIsWrong(CapturedOutput output) {
        MockEnvironment served = new MockEnvironment().withProperty("spring.mail.host", "mail.example.com");
        MockEnvironment sandbox = new MockEnvironment();
        sandbox.setActiveProfiles("sandbox");
        for (MockEnvironment environment : new MockEnvironment[] {served, sandbox}) {
            OutboxHealth health = new OutboxHealth(jdbc, environment, new SimpleMeterRegistry());
            health.say();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(output.getAll()).doesNotContain("No mail is sent").contains("GET /api/v1/sandbox/mails");
    }
}
