package org.tradeassurance.process;

import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A job of the engine that does what a test says. */
public record TestJob(String getType, Runnable action) implements JobHandler<JobHandlerConfiguration> {

    /** The job's id. */
    public static String start(ProcessEngineConfigurationImpl engine, Runnable action) {
        TestJob handler = new TestJob("test-" + UUID.randomUUID(), action);
        engine.getJobHandlers().put(handler.getType, handler);
        return engine.getCommandExecutorTxRequired().execute(context -> {
            MessageEntity job = new MessageEntity();
            job.setJobHandlerType(handler.getType);
            job.setDuedate(ClockUtil.getCurrentTime());
            context.getJobManager().send(job);
            return job.getId();
        });
    }

    @Override
    public void execute(
            JobHandlerConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
        action.run();
    }

    @Override
    public JobHandlerConfiguration newConfiguration(String canonical) {
        return () -> canonical;
    }

    @Override
    public void onDelete(JobHandlerConfiguration configuration, JobEntity job) {
        // Nothing is kept.
    }
}
