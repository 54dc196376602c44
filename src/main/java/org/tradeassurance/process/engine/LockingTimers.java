package org.tradeassurance.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** The timers of our models, caught or attached: each locks its order before it fires. Jobs before remote calls lock after the call. */
public final class LockingTimers {

    private LockingTimers() {}

    @SuppressWarnings("rawtypes")
    public static List<JobHandler> with(OrderLock lock) {
        return new ArrayList<>(List.of(new Caught(lock), new Attached(lock)));
    }

    private static void lock(OrderLock lock, ExecutionEntity execution, CommandContext context) {
        lock.before(context.getJobManager().findJobsByExecutionId(execution.getId()), execution);
    }

    private static final class Caught extends TimerCatchIntermediateEventJobHandler {

        private final OrderLock lock;

        private Caught(OrderLock lock) {
            this.lock = lock;
        }

        @Override
        public void execute(
                TimerJobConfiguration timer,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenant) {
            lock(lock, execution, context);
            super.execute(timer, execution, context, tenant);
        }
    }

    private static final class Attached extends TimerExecuteNestedActivityJobHandler {

        private final OrderLock lock;

        private Attached(OrderLock lock) {
            this.lock = lock;
        }

        @Override
        public void execute(
                TimerJobConfiguration timer,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenant) {
            lock(lock, execution, context);
            super.execute(timer, execution, context, tenant);
        }
    }
}
