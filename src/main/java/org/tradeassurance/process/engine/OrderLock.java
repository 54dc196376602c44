package org.tradeassurance.process.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/**
 * Locks the order behind a task or a timer before the engine reads more than the task or the timer, as a command does before it asks the
 * engine: nobody works on a process that somebody else is changing.
 */
public class OrderLock {

    private final Supplier<JdbcClient> jdbc;

    public OrderLock(Supplier<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Before a task is worked on.
     *
     * @throws OptimisticLockingException if the task has changed meanwhile
     */
    public void before(TaskEntity task) {
        lock(task.getProcessInstanceId());
        requireUnchanged("act_ru_task", task.getId(), task.getRevision());
    }

    /**
     * Before timers run.
     *
     * @throws OptimisticLockingException if the timer has changed meanwhile, or what it belongs to
     */
    public void before(Iterable<JobEntity> timers, ExecutionEntity execution) {
        lock(execution.getProcessInstanceId());
        requireUnchanged("act_ru_execution", execution.getId(), execution.getRevision());
        for (JobEntity timer : timers) {
            requireUnchanged("act_ru_job", timer.getId(), timer.getRevision());
        }
    }

    private void lock(String processInstance) {
        jdbc.get()
                .sql("""
                        select o.order_no
                          from act_ru_execution e
                          join trade_order o on o.order_no = e.business_key_
                         where e.id_ = :processInstance
                           for update of o
                        """)
                .param("processInstance", processInstance)
                .query(String.class)
                .optional()
                .ifPresent(no -> Orders.held(new OrderNo(no)));
    }

    /** A new statement sees what was committed while the lock was waited for. */
    private void requireUnchanged(String table, String id, int revision) {
        Optional<Integer> stored = jdbc.get()
                .sql("select rev_ from " + table + " where id_ = :id")
                .param("id", id)
                .query(Integer.class)
                .optional();
        if (stored.isEmpty() || stored.get() != revision) {
            throw new OptimisticLockingException("%s %s changed meanwhile".formatted(table, id));
        }
    }
}
