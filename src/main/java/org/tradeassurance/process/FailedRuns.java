package org.tradeassurance.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ErrorHandler;

/** What is done every few seconds says in a line that the database is away. Whatever else it fails over keeps its stack trace. */
public final class FailedRuns implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRuns.class);

    @Override
    public void handleError(Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.warn(
                    "The database is away, the next run comes in a moment: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else {
            LOG.error("A run has failed, the next one comes in a moment", failure);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Settings {

        @Bean
        ThreadPoolTaskSchedulerCustomizer failedRuns() {
            return threads -> threads.setErrorHandler(new FailedRuns());
        }
    }
}
