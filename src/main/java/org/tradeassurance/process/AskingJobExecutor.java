package org.tradeassurance.process;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** The engine's job executor with the settings of {@code camunda.bpm.job-execution}, and remote calls apart from it. */
class AskingJobExecutor extends SpringJobExecutor {

    private final RemoteCalls calls;

    private AskingJobExecutor(RemoteCalls calls) {
        this.calls = calls;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new AskingJobs(jobIds, engine, calls, null);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Settings {

        @Bean
        static JobExecutor jobExecutor(
                @Qualifier("camundaTaskExecutor") TaskExecutor threads,
                CamundaBpmProperties properties,
                RemoteCalls calls) {
            AskingJobExecutor executor = new AskingJobExecutor(calls);
            BeanUtils.copyProperties(
                    DefaultJobConfiguration.JobConfiguration.jobExecutor(threads, properties), executor);
            return executor;
        }
    }
}
