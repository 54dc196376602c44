package org.tradeassurance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Moves engine and domain through time by hand; each job runs at its own due instant, none before it. */
public class TestClock {

    private static final int MAX_JOBS = 1_000;

    private final ManagementService management;

    public TestClock(ManagementService management) {
        this.management = management;
    }

    public Instant now() {
        return ClockUtil.now().toInstant();
    }

    /** Sets the time and leaves it standing; runs nothing. */
    public void set(Instant instant) {
        ClockUtil.setCurrentTime(java.util.Date.from(instant));
    }

    /** {@code "2015-11-27T01:00:00Z"} */
    public void set(String instant) {
        set(Instant.parse(instant));
    }

    /** Call it after each test: the clock is one for the whole JVM. */
    public void reset() {
        ClockUtil.reset();
    }

    public void advance(Duration duration) {
        advanceTo(now().plus(duration));
    }

    /** Runs what falls due on the way, in the order in which it falls due. */
    public void advanceTo(Instant end) {
        for (int ran = 0; ran < MAX_JOBS; ran++) {
            List<Job> next = management
                    .createJobQuery()
                    .active()
                    .withRetriesLeft()
                    .duedateLowerThan(java.util.Date.from(end.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 2)
                    .stream()
                    .filter(job -> !isCleanUp(job))
                    .toList();
            if (next.isEmpty()) {
                set(end);
                return;
            }
            Instant due = next.get(0).getDuedate().toInstant();
            if (due.isAfter(now())) {
                set(due);
            }
            management.executeJob(next.get(0).getId());
        }
        throw new AssertionError("Still due after %d jobs: does the process loop?".formatted(MAX_JOBS));
    }

    /** The engine's clean-up asks for its next turn at once, again and again. */
    private static boolean isCleanUp(Job job) {
        return job instanceof JobEntity entity && HistoryCleanupJobHandler.TYPE.equals(entity.getJobHandlerType());
    }

    /** Runs what is due now: the asynchronous steps and the timers whose instant has come. */
    public void runDueJobs() {
        advanceTo(now());
    }
}
