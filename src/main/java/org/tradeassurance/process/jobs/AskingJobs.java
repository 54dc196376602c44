package org.tradeassurance.process.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.engine.Hearing;

/**
 * Runs jobs as the engine does. One that calls out is rolled back before it has written anything, asked for on a thread for such calls, and
 * run again with the answer; the engine's lock stays with it all the while (decision 0029).
 */
class AskingJobs extends ExecuteJobsRunnable {

    private static final Duration UNTIL_A_THREAD_IS_FREE = Duration.ofSeconds(10);

    private final RemoteCalls calls;
    private final JobLocks locks;
    private final @Nullable Supplier<?> heard;

    AskingJobs(
            List<String> jobIds,
            ProcessEngineImpl engine,
            RemoteCalls calls,
            JobLocks locks,
            @Nullable Supplier<?> heard) {
        super(jobIds, engine);
        this.calls = calls;
        this.locks = locks;
        this.heard = heard;
    }

    @Override
    protected void executeJob(String jobId, CommandExecutor executor, JobFailureCollector failures) {
        boolean givenOn = false;
        try {
            Hearing.run(heard, () -> super.executeJob(jobId, executor, new Failures(jobId)));
        } catch (Hearing.CallFirst first) {
            givenOn = callFirst(jobId, executor, first);
        } finally {
            // What this job has made and locked for this thread is run next.
            locks.take(List.copyOf(Context.getJobExecutorContext().getCurrentProcessorJobQueue()));
            if (!givenOn) {
                locks.give(jobId);
            }
        }
    }

    private boolean callFirst(String jobId, CommandExecutor executor, Hearing.CallFirst first) {
        try {
            calls.execute(() -> new AskingJobs(List.of(jobId), processEngine, calls, locks, first.ask()).run());
            return true;
        } catch (RejectedExecutionException full) {
            executor.execute(context -> later(context, jobId));
            return false;
        }
    }

    @Override
    protected void unlockJob(String jobId, CommandExecutor executor) {
        super.unlockJob(jobId, executor);
        locks.give(jobId);
    }

    /** Out of the way of the timers, which would otherwise queue behind what cannot be done now. */
    private static @Nullable Void later(CommandContext context, String jobId) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job != null) {
            job.setDuedate(java.util.Date.from(ClockUtil.now().toInstant().plus(UNTIL_A_THREAD_IS_FREE)));
            job.unlock();
        }
        return null;
    }

    /** To be asked first is no failure: no retry is taken away, nothing is logged. */
    private static final class Failures extends JobFailureCollector {

        Failures(String jobId) {
            super(jobId);
        }

        @Override
        public void setFailure(Throwable failure) {
            if (!(failure instanceof Hearing.CallFirst)) {
                super.setFailure(failure);
            }
        }
    }
}
