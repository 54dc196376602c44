package org.tradeassurance.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock: engine and domain read the same instant, and moving the one moves the other. Milliseconds, UTC. */
@Component
public class EngineClock extends Clock {

    private final ZoneId zone;
    private volatile boolean running = true;

    EngineClock() {
        this(ZoneOffset.UTC);
    }

    private EngineClock(ZoneId zone) {
        super();
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.now().toInstant();
    }

    /** Stops the clock at an instant. */
    public void standAt(Instant instant) {
        ClockUtil.setCurrentTime(java.util.Date.from(instant));
        running = false;
    }

    /** Lets the clock run, ahead of the system's clock or, where negative, behind it. */
    public void runAheadBy(Duration offset) {
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
        running = true;
    }

    /** Whether the clock moves on by itself. */
    public boolean isRunning() {
        return running;
    }
}
