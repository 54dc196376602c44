package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.process.TestJob;
import org.tradeassurance.web.Caller;

/** A database that goes away, falls silent, or whose last word is lost: nobody is told what nobody knows, and nobody waits for ever. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.hikari.validation-timeout=500",
            "spring.datasource.hikari.data-source-properties.socketTimeout=2"
        })
@Import({TestEndpoints.class, Between.class})
@DirtiesContext
@Tag("alone")
class OutageTest {

    private static final String NOTES = "/api/v1/test/notes";
    private static final String READINESS = "/actuator/health/readiness";

    /** A line of a thread that runs what is scheduled, and behind it one that begins without a date. */
    private static final Pattern RECURRING = Pattern.compile("(?m)^.*(WARN|ERROR).*scheduling-.*$");

    private static final String TRACE = "\\R(?!\\d{4}-|\\z)";
    private static final Duration PROMPTLY = Duration.ofSeconds(1);

    @LocalServerPort
    int port;

    @Autowired
    TestEndpoints.Notes notes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private final String key = UUID.randomUUID().toString();
    private final String text = "note " + key;

    @AfterEach
    void theDatabaseIsBack() {
        Between.cable().become(Cable.State.WHOLE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> anonymous().get(READINESS).status() == 200);
    }

    private Caller anonymous() {
        return Caller.anonymous(port);
    }

    private Caller.Answer note(String then) {
        return Caller.as(port, "platform")
                .key(key)
                .post(NOTES, "{\"text\":\"%s\",\"then\":\"%s\"}".formatted(text, then));
    }

    @Test
    void whoseCommitIsNotConfirmedIsToldToRepeatAndFindsItStored() {
        notes.between(() -> Between.cable().become(Cable.State.LOSES_REPLY));
        Caller.Answer lost = note("lose-reply");
        assertThat(lost.code()).isEqualTo("503 outcome-unknown");
        assertThat(lost.header("Retry-After")).isEqualTo("5");
        assertThat(lost.body()).doesNotContain("Nothing was stored");

        Caller.Answer again = note("lose-reply");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CUT"})
    void whileTheDatabaseIsAwayEverybodyIsToldSoSoonAndReadinessGoesDown(Cable.State state) {
        Between.cable().become(state);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> anonymous().get(READINESS).status() == 503);
        for (String path : List.of("", "/readiness", "/liveness")) {
            long begin = System.nanoTime();
            int status = anonymous().get("/actuator/health" + path).status();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(path).isLessThan(PROMPTLY);
            assertThat(status).as(path).isEqualTo(path.equals("/liveness") ? 200 : 503);
        }
        assertThat(note("").status()).isEqualTo(503);
        Caller.Answer read = Caller.as(port, "platform").get("/api/v1/suppliers/S-1001");
        assertThat(read.code()).isEqualTo("503 temporarily-unavailable");
        assertThat(read.header("Retry-After")).isEqualTo("5");

        Between.cable().become(Cable.State.WHOLE);
        await().atMost(Duration.ofSeconds(30)).until(() -> note("").status() == 201);
        assertThat(notes.written(text)).isEqualTo(1);
    }

    /** Else the lock that it was run under would hold for five minutes. */
    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CUT"})
    void aJobThatTheDatabaseWentAwayUnderIsRunAgainSoonAfterItIsBack(Cable.State state) {
        AtomicInteger runs = new AtomicInteger();
        TestJob.start(engine, () -> {
            if (runs.incrementAndGet() == 1) {
                Between.cable().become(state);
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> anonymous().get(READINESS).status() == 503);
        // The engine gives up counting the failure.
        await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
        Between.cable().become(Cable.State.WHOLE);
        await().atMost(Duration.ofSeconds(60)).until(() -> runs.get() == 2);
    }

    @Test
    void staffAreToldSoInTasklistAndOnPages() {
        String tasks = "/camunda/api/engine/engine/default/task?firstResult=0&maxResults=10";
        Browser staff = new Browser(port).login("admin", "sandbox");
        assertThat(staff.get(tasks).status()).isEqualTo(200);
        Between.cable().become(Cable.State.CUT);
        assertThat(staff.json("POST", tasks, "{}").status()).isEqualTo(503);
        assertThat(staff.get(tasks).status()).isEqualTo(503);
        Caller.Answer page = new Browser(port).with("Accept", "text/html").submitLogin("admin", "sandbox");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatRecursSaysInALineThatTheDatabaseIsAway(CapturedOutput log) {
        Between.cable().become(Cable.State.CUT);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RECURRING.matcher(log).find());
        assertThat(log.toString()).doesNotContainPattern(RECURRING + TRACE);
    }

    @Test
    void noConnectionWaitsForEver() {
        assertThat(jdbc.sql("""
                        select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' '
                               || current_setting('idle_in_transaction_session_timeout')
                        """).query(String.class).single()).isEqualTo("25s 10s 40s");
    }
}
