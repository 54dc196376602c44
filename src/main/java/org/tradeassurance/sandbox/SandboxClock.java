package org.tradeassurance.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.CommandLock;
import org.tradeassurance.process.EngineJobs;

/** Moves the one clock of engine and domain. No command runs meanwhile, and no job but those that fall due on the way. */
@Component
@Profile(SandboxMode.PROFILE)
class SandboxClock {

    private final StoredClock clock;
    private final EngineJobs jobs;
    private final CommandLock commands;

    SandboxClock(StoredClock clock, EngineJobs jobs, CommandLock commands) {
        this.clock = clock;
        this.jobs = jobs;
        this.commands = commands;
    }

    /** The instant that engine and domain read, and whether it moves on by itself. */
    record Reading(Instant now, boolean running) {}

    Reading read() {
        return new Reading(clock.now(), clock.running());
    }

    /** Sets the clock to any instant, also an earlier one; jobs of orders keep their due instants. */
    Reading set(Instant now, boolean running) {
        alone(() -> {
            place(now, running);
            jobs.redateSharedJobs();
        });
        return read();
    }

    /** Moves the clock forward from due instant to due instant, so that each job runs at its own; afterwards it runs on if it ran. */
    Reading advance(Duration duration) {
        alone(() -> {
            boolean running = clock.running();
            Instant end = clock.now().plus(duration);
            clock.standStill(clock.now());
            jobs.runDueUntil(end, due -> {
                if (due.isAfter(clock.now())) {
                    clock.standStill(due);
                }
            });
            place(end, running);
        });
        return read();
    }

    /** Runs an action apart from commands and jobs, as the system. */
    void alone(Runnable action) {
        commands.exclusive(() -> jobs.whilePaused(action));
    }

    void place(Instant now, boolean running) {
        if (running) {
            clock.runFrom(now);
        } else {
            clock.standStill(now);
        }
    }

    void placeAtSystemTime(boolean running) {
        clock.runWithSystem();
        if (!running) {
            clock.standStill(clock.now());
        }
    }
}
