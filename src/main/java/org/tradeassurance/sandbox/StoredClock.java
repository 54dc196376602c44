package org.tradeassurance.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.BeforeEngine;
import org.tradeassurance.process.EngineClock;

/** The clock as it was left, put back before the engine reads it. */
@Component
@Profile(SandboxMode.PROFILE)
class StoredClock implements BeforeEngine {

    private static final Clock SYSTEM = Clock.systemUTC();

    private final EngineClock clock;
    private final JdbcClient jdbc;

    StoredClock(EngineClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
        restore();
        freeJobs();
    }

    private record Row(@Nullable Instant standingAt, long offset) {}

    private void restore() {
        Optional<Row> left = jdbc.sql("select standing_at, offset_ms from sandbox_clock")
                .query((row, number) -> {
                    OffsetDateTime standingAt = row.getObject("standing_at", OffsetDateTime.class);
                    return new Row(standingAt == null ? null : standingAt.toInstant(), row.getLong("offset_ms"));
                })
                .optional();
        left.ifPresent(row -> {
            if (row.standingAt() != null) {
                clock.standAt(row.standingAt());
            } else {
                clock.runAheadBy(Duration.ofMillis(row.offset()));
            }
        });
    }

    /** A job that was cut short stays locked until a time that a standing clock never reaches. */
    private void freeJobs() {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
    }

    /** A clock that runs on from an instant. */
    synchronized void runFrom(Instant now) {
        Duration offset = Duration.between(SYSTEM.instant(), now).truncatedTo(ChronoUnit.MILLIS);
        clock.runAheadBy(offset);
        store(null, offset.toMillis());
    }

    /** A clock that stands still at an instant, to the millisecond. */
    synchronized void standStill(Instant now) {
        Instant instant = now.truncatedTo(ChronoUnit.MILLIS);
        clock.standAt(instant);
        store(instant, null);
    }

    /** The system's own time. */
    synchronized void runWithSystem() {
        clock.runAheadBy(Duration.ZERO);
        store(null, 0L);
    }

    synchronized boolean running() {
        return clock.isRunning();
    }

    Instant now() {
        return clock.instant();
    }

    private void store(@Nullable Instant standingAt, @Nullable Long offset) {
        // The engine dates a wrong password by this clock: turned back, it would keep the user out.
        jdbc.sql("update act_id_user set attempts_ = 0, lock_exp_time_ = null where lock_exp_time_ is not null")
                .update();
        jdbc.sql("""
                        insert into sandbox_clock (standing_at, offset_ms) values (:standingAt, :offset)
                        on conflict (only_row) do update
                           set standing_at = excluded.standing_at, offset_ms = excluded.offset_ms
                        """)
                .param("standingAt", standingAt == null ? null : standingAt.atOffset(ZoneOffset.UTC))
                .param("offset", offset)
                .update();
    }
}
