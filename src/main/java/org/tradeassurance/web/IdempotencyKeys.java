package org.tradeassurance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** The first answers to POST requests by {@code Idempotency-Key}; a key belongs to an account, a method and a path. */
@Repository
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern VISIBLE_ASCII = Pattern.compile(CommandHeaders.KEY_FORMAT);

    /** A key in its scope. */
    record Key(String account, String method, String path, String key) {

        String digest() {
            return Hash.hex(account, method, path, key);
        }

        /** The first 64 bits of the digest: its lock says that a request with this key is in progress. */
        long lock() {
            return Long.parseUnsignedLong(digest().substring(0, 16), 16);
        }
    }

    /** What was answered first. */
    record Answer(
            String requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            String body) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The key of a request.
     *
     * @throws Refusal {@code idempotency-key-missing} without one, {@code malformed-request} if it is not 1 to 255 visible ASCII characters
     */
    static Key of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(CommandHeaders.IDEMPOTENCY_KEY));
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw new Refusal(Problem.IDEMPOTENCY_KEY_MISSING, null);
        }
        if (values.size() > 1 || !VISIBLE_ASCII.matcher(values.get(0)).matches()) {
            throw new Refusal(Problem.MALFORMED_REQUEST, null)
                    .field(CommandHeaders.IDEMPOTENCY_KEY, "field.idempotency-key");
        }
        return new Key(Account.current().name(), request.getMethod(), Paths.of(request), values.get(0));
    }

    static boolean isGiven(HttpServletRequest request) {
        String key = request.getHeader(CommandHeaders.IDEMPOTENCY_KEY);
        return key != null && VISIBLE_ASCII.matcher(key).matches();
    }

    Optional<Answer> find(Key key) {
        return jdbc.sql("""
                        select request_hash, status, content_type, location, etag, body
                          from idempotency_key
                         where digest = :digest and created_at > :expired
                        """)
                .param("digest", key.digest())
                .param("expired", expired())
                .query((row, i) -> new Answer(
                        row.getString("request_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getString("body")))
                .optional();
    }

    /** An answer under the same key that has expired makes room. */
    void store(Key key, Answer answer) {
        jdbc.sql("""
                        insert into idempotency_key (digest, account, method, path, key, request_hash,
                                                     status, content_type, location, etag, body, created_at)
                        values (:digest, :account, :method, :path, :key, :requestHash,
                                :status, :contentType, :location, :etag, :body, :createdAt)
                            on conflict (digest) do update
                           set request_hash = excluded.request_hash, status = excluded.status,
                               content_type = excluded.content_type, location = excluded.location, etag = excluded.etag,
                               body = excluded.body, created_at = excluded.created_at
                        """)
                .param("digest", key.digest())
                .param("account", key.account())
                .param("method", key.method())
                .param("path", key.path())
                .param("key", key.key())
                .param("requestHash", answer.requestHash())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("createdAt", Timestamp.from(clock.instant()))
                .update();
    }

    /** A later body for the same answer: what the caller got who waited for it. */
    void replaceBody(Key key, String body) {
        jdbc.sql("update idempotency_key set body = :body where digest = :digest")
                .param("body", body)
                .param("digest", key.digest())
                .update();
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        jdbc.sql("delete from idempotency_key where created_at <= :expired")
                .param("expired", expired())
                .update();
    }

    private Timestamp expired() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
