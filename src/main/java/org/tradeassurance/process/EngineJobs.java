package org.tradeassurance.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.engine.EngineCalls;

/** The engine's jobs as the sandbox steps through them by hand. */
@Component
public class EngineJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(30);

    private final ManagementService management;
    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;
    private final EngineCalls calls;
    private final JdbcClient jdbc;

    EngineJobs(
            ManagementService management,
            HistoryService history,
            ProcessEngineConfigurationImpl engine,
            EngineCalls calls,
            JdbcClient jdbc) {
        this.management = management;
        this.history = history;
        this.engine = engine;
        this.calls = calls;
        this.jdbc = jdbc;
    }

    /** Runs an action while the executor takes no job, and after those that it took are done. */
    public void whilePaused(Runnable action) {
        JobExecutor executor = engine.getJobExecutor();
        boolean wasActive = executor.isActive();
        try {
            if (wasActive) {
                executor.shutdown();
                awaitTaken();
            }
            calls.asNobody(() -> withoutLogin(action));
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    /**
     * Runs every job due at an instant or before it, one after the other in the order in which they fall due.
     *
     * @param at told each job's due instant before the job runs
     */
    public void runDueUntil(Instant end, Consumer<Instant> at) {
        Set<String> cleanUps =
                history.findHistoryCleanupJobs().stream().map(Job::getId).collect(Collectors.toSet());
        for (Job job = next(end, cleanUps); job != null; job = next(end, cleanUps)) {
            at.accept(job.getDuedate().toInstant());
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                // The engine has counted the failure and set the next try, or raised an incident.
                LOG.warn("Job {} of process instance {} failed", job.getId(), job.getProcessInstanceId(), e);
            }
        }
    }

    private @Nullable Job next(Instant end, Set<String> cleanUps) {
        List<Job> due = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(java.util.Date.from(end.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, cleanUps.size() + 1);
        return due.stream()
                .filter(job -> !cleanUps.contains(job.getId()))
                .findFirst()
                .orElse(null);
    }

    /** Gives jobs that belong to no order, such as the daily review, their next instant after the clock's now. */
    public void redateSharedJobs() {
        for (Job job : management.createJobQuery().timers().list()) {
            if (job instanceof JobEntity entity && TimerStartEventJobHandler.TYPE.equals(entity.getJobHandlerType())) {
                management.recalculateJobDuedate(job.getId(), false);
            }
        }
        history.cleanUpHistoryAsync(false);
    }

    /** A job that takes too long is let go: it is safe to run twice, and loses against who writes first. */
    private void awaitTaken() {
        long deadline = System.nanoTime() + TIME_TO_FINISH.toNanos();
        while (taken() > 0 && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProcessEngineException("Interrupted while jobs still run", e);
            }
        }
        freeTaken();
    }

    private long taken() {
        return jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null")
                .query(Long.class)
                .single();
    }

    private void freeTaken() {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
    }

    private static void withoutLogin(Runnable action) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
