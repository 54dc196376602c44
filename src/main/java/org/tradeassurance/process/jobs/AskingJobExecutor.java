package org.tradeassurance.process.jobs;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's job executor with the settings of {@code camunda.bpm.job-execution}, and remote calls apart from it. */
class AskingJobExecutor extends SpringJobExecutor {

    private final RemoteCalls calls;
    private final JobLocks locks;

    private AskingJobExecutor(RemoteCalls calls, JobLocks locks) {
        this.calls = calls;
        this.locks = locks;
    }

    /** Also what no thread was free for, and comes again. */
    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        locks.take(jobIds);
        super.executeJobs(jobIds, engine);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new AskingJobs(jobIds, engine, calls, locks, null);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Settings {

        @Bean
        static JobExecutor jobExecutor(
                @Qualifier("camundaTaskExecutor") TaskExecutor threads,
                CamundaBpmProperties properties,
                RemoteCalls calls,
                JobLocks locks) {
            AskingJobExecutor executor = new AskingJobExecutor(calls, locks);
            BeanUtils.copyProperties(
                    DefaultJobConfiguration.JobConfiguration.jobExecutor(threads, properties), executor);
            return executor;
        }

        @Bean
        static JobLocks jobLocks(ObjectProvider<JobExecutor> executor, JdbcClient jdbc) {
            return new JobLocks(executor::getObject, jdbc);
        }
    }
}
