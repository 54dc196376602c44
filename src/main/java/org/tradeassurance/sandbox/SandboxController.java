package org.tradeassurance.sandbox;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Refusal;

/** The sandbox's clock and its way back to the first day; not there in production. */
@RestController
@Profile(SandboxMode.PROFILE)
@RequestMapping("/api/v1/sandbox")
class SandboxController {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final SandboxClock clock;
    private final SandboxReset sandbox;

    SandboxController(SandboxClock clock, SandboxReset sandbox) {
        this.clock = clock;
        this.sandbox = sandbox;
    }

    record ClockRequest(@Nullable Instant now, @Nullable Boolean running) {}

    /** @param duration ISO-8601, {@code P15D}, {@code PT1H}, {@code P6M} */
    record AdvanceRequest(
            @Schema(requiredMode = REQUIRED, example = "P15D") @Nullable
            String duration) {}

    @GetMapping("/clock")
    SandboxClock.Reading read() {
        return clock.read();
    }

    @PutMapping("/clock")
    SandboxClock.Reading set(@RequestBody ClockRequest request) {
        if (request.now() == null) {
            throw Refusal.invalidField("now", "field.required");
        }
        return clock.set(inRange("now", request.now()), Boolean.TRUE.equals(request.running()));
    }

    @PostMapping("/clock/advance")
    SandboxClock.Reading advance(@RequestBody AdvanceRequest request) {
        if (request.duration() == null) {
            throw Refusal.invalidField("duration", "field.required");
        }
        Instant now = clock.read().now();
        Duration duration = duration(now, request.duration());
        if (duration.isNegative() || duration.isZero()) {
            throw Refusal.invalidField("duration", "field.duration");
        }
        inRange("duration", now.plus(duration));
        return clock.advance(duration);
    }

    @PostMapping("/reset")
    SandboxClock.Reading reset(@RequestBody(required = false) @Nullable ClockRequest request) {
        if (request == null || request.now() == null) {
            return sandbox.reset(null, request == null || !Boolean.FALSE.equals(request.running()));
        }
        return sandbox.reset(inRange("now", request.now()), Boolean.TRUE.equals(request.running()));
    }

    private static Instant inRange(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw Refusal.invalidField(field, "field.instant-range", EARLIEST, LATEST);
        }
        return instant;
    }

    /** Days have 24 hours; months and years are those of the business calendar. */
    private static Duration duration(Instant now, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            return calendarDuration(now, text);
        }
    }

    private static Duration calendarDuration(Instant now, String text) {
        try {
            ZonedDateTime start = now.atZone(BusinessTime.ZONE);
            return Duration.between(start, start.plus(Period.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalidField("duration", "field.duration");
        }
    }
}
