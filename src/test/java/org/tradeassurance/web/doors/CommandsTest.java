package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.web.Caller;

/** One command, one transaction, one answer to a key. */
@DoorTest
class CommandsTest {

    private static final String NOTES = "/api/v1/test/notes";

    @LocalServerPort
    int port;

    @Autowired
    TestEndpoints.Notes notes;

    @Autowired
    JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();
    private final String text = "note " + key;

    private Caller platform() {
        return Caller.as(port, "platform").key(key);
    }

    private String note(String then) {
        return "{\"text\":\"%s\",\"then\":\"%s\"}".formatted(text, then);
    }

    @Test
    void theSameKeyGetsTheFirstAnswerAgain() {
        Caller.Answer first = platform().post(NOTES, note(""));
        Caller.Answer again = platform().post(NOTES, "{ \"then\": \"\",\n \"text\": \"%s\" }".formatted(text));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header))
                    .as(header)
                    .isEqualTo(first.header(header))
                    .isNotEmpty();
        }
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @Test
    void tenAtTheSameTimeWriteOnce() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> call = () -> platform().post(NOTES, note("")).status();
            for (Future<Integer> answer : callers.invokeAll(java.util.Collections.nCopies(10, call))) {
                statuses.add(answer.get());
            }
        } finally {
            callers.shutdown();
        }
        assertThat(statuses).contains(201).containsAnyOf(201, 409).allMatch(status -> status == 201 || status == 409);
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @Test
    void aKeyInProgressIsAConflictAndAnotherKeyIsNot() throws Exception {
        ExecutorService callers = Executors.newSingleThreadExecutor();
        java.util.concurrent.CountDownLatch release = notes.holdNext();
        try {
            Future<Integer> held =
                    callers.submit(() -> platform().post(NOTES, note("hold")).status());
            notes.awaitEntered();
            assertThat(platform().post(NOTES, note("hold")).code()).isEqualTo("409 idempotency-key-in-progress");
            assertThat(platform().key(key + "b").post(NOTES, note("")).status()).isEqualTo(201);
            release.countDown();
            assertThat(held.get()).isEqualTo(201);
        } finally {
            release.countDown();
            callers.shutdown();
        }
        assertThat(platform().post(NOTES, note("hold")).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        platform().post(NOTES, note(""));
        assertThat(platform().post(NOTES, "{}").code()).isEqualTo("422 idempotency-key-reused");
        assertThat(platform().post(NOTES, note("")).status()).isEqualTo(201);
    }

    @Test
    void keysBelongToAccountMethodAndPath() {
        platform().post("/api/v1/test/platform", "{}");
        assertThat(platform().post(NOTES, note("")).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(Caller.as(port, "supplier-S-1001")
                        .key(key)
                        .post(NOTES, note(""))
                        .header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void aRefusalKeepsItsKeyAndNothingElse() {
        Caller.Answer first = platform().post(NOTES, note("refuse"));
        Caller.Answer again = platform().post(NOTES, note("refuse"));

        assertThat(first.code()).isEqualTo("422 quota-exceeded");
        assertThat(first.json().path("orderNo").asText()).isEqualTo("70058590568114");
        assertThat(first.json().path("free").asText()).isEqualTo("2000.00");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes.written(text)).isZero();
    }

    @Test
    void aRoleThatMayNeverDoThisGetsItsRefusalAgain() {
        Caller supplier = Caller.as(port, "supplier-S-1001").key(key);
        assertThat(supplier.post("/api/v1/test/platform", "{}").code()).isEqualTo("403 forbidden");
        Caller.Answer again = supplier.post("/api/v1/test/platform", "{}");
        assertThat(again.code()).isEqualTo("403 forbidden");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aFailureKeepsNothingAndTellsNothing() {
        Caller.Answer failed = platform().post(NOTES, note("break"));
        assertThat(failed.code()).isEqualTo("500 internal-error");
        assertThat(failed.body()).doesNotContain("secret", "Exception", "java");
        assertThat(notes.written(text)).isZero();
        assertThat(platform().post(NOTES, note("")).status()).isEqualTo(201);
    }

    @Test
    void aConflictIsTriedAgain() {
        var attempts = notes.attempts();
        assertThat(platform().post(NOTES, note("conflict-once")).status()).isEqualTo(201);
        assertThat(attempts).hasValue(2);
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @Test
    void aConflictAtTheCommitIsTriedAgain() {
        var attempts = notes.attempts();
        assertThat(platform().post(NOTES, note("conflict-at-commit")).status()).isEqualTo(201);
        assertThat(attempts).hasValue(2);
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @Test
    void whoeverStoredAnAnswerBeforeARefusalWasKeptWasFirst() {
        notes.attempts();
        List<Caller.Answer> between = new ArrayList<>();
        notes.between(() -> between.add(platform().post(NOTES, note("refuse-then-run"))));
        Caller.Answer refused = platform().post(NOTES, note("refuse-then-run"));

        assertThat(between.get(0).status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.body()).isEqualTo(between.get(0).body());
        assertThat(refused.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes.written(text)).isEqualTo(1);
    }

    @Test
    void aConflictThatLastsIsToldAfterThreeRetriesAndNotKept() {
        var attempts = notes.attempts();
        assertThat(platform().post(NOTES, note("conflict-always")).code()).isEqualTo("409 concurrent-change");
        assertThat(attempts).hasValue(4);
        assertThat(platform().post(NOTES, note("conflict-always")).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(notes.written(text)).isZero();
    }

    @Test
    void tooManyRequestsAreNotKept() {
        assertThat(platform().post(NOTES, note("too-often")).code()).isEqualTo("429 too-many-requests");
        assertThat(platform().post(NOTES, note("too-often")).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void keysAreForgottenAfterThirtyDays() {
        platform().post(NOTES, note(""));
        jdbc.sql("update idempotency_key set created_at = created_at - interval '30 days' where key = :key")
                .param("key", key)
                .update();
        assertThat(platform().post(NOTES, note("")).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(notes.written(text)).isEqualTo(2);
    }

    @Test
    void everyPostNeedsAKeyOfVisibleAscii() {
        Caller keyless = Caller.as(port, "platform");
        assertThat(keyless.post(NOTES, "{}").code()).isEqualTo("400 idempotency-key-missing");
        assertThat(keyless.key("").post(NOTES, "{}").code()).isEqualTo("400 idempotency-key-missing");
        assertThat(keyless.key("two words").post(NOTES, "{}").code()).isEqualTo("400 malformed-request");
        assertThat(keyless.key("k".repeat(256)).post(NOTES, "{}").code()).isEqualTo("400 malformed-request");
        assertThat(keyless.key(key + "k".repeat(255 - key.length()))
                        .post(NOTES, note(""))
                        .status())
                .isEqualTo(201);
        assertThat(keyless.send("DELETE", NOTES, null).status()).isEqualTo(204);
    }

    @Test
    void aBodyOver256KibibytesIsRefusedAnnouncedOrNot() {
        String large = "{\"text\":\"" + "x".repeat(256 * 1024) + "\"}";
        assertThat(platform().post(NOTES, large).code()).isEqualTo("413 payload-too-large");
        HttpRequest.BodyPublisher chunked = HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(platform().with("Content-Type", "application/json").stream("POST", NOTES, chunked)
                        .code())
                .isEqualTo("413 payload-too-large");
        assertThat(platform().post(NOTES, note("")).status()).isEqualTo(201);
    }

    @Test
    void noBodyAndAnEmptyObjectAreTheSame() {
        platform().post("/api/v1/test/platform", "{}");
        assertThat(platform().send("POST", "/api/v1/test/platform", "").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }
}
