package org.tradeassurance.process.desk;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.order.Fact;
import org.tradeassurance.process.TradeOrderModel;
import org.tradeassurance.process.engine.Desk;

/** Who has acted for one side of an order judges neither its dispute nor a complaint about it; who has done one of two steps does not do the other. */
public class FourEyes {

    private static final Set<String> JUDGEMENTS =
            Set.of(TradeOrderModel.TASK_DECIDE_DISPUTE, TradeOrderModel.TASK_JUDGE_COMPLAINT);

    private static final List<String> FOR_ONE_SIDE =
            Fact.doneForOneSide().stream().map(Fact::action).toList();

    private final Supplier<JdbcClient> jdbc;

    public FourEyes(Supplier<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    /** A step that a model gives to a second person (extension property {@code notBy}). */
    private void refuseSecond(String user, TaskEntity task) {
        Set<String> others = TaskModel.doneByOthers(task);
        if (others.isEmpty()) {
            return;
        }
        jdbc.get()
                .sql("""
                        select task_def_key_ from act_hi_taskinst
                         where root_proc_inst_id_ = :root and task_def_key_ in (:others) and assignee_ = :user and end_time_ is not null
                         limit 1
                        """)
                .param("root", task.getExecution().getRootProcessInstanceId())
                .param("others", others)
                .param("user", user)
                .query(String.class)
                .optional()
                .ifPresent(done -> {
                    throw Desk.refused("task.second-person", user);
                });
    }

    /** An order that a dispute closed was closed by the judge, not for a side; a dismissed dispute closes none. */
    void refuse(String judge, TaskEntity task) {
        refuseSecond(judge, task);
        if (!JUDGEMENTS.contains(task.getTaskDefinitionKey())) {
            return;
        }
        jdbc.get()
                .sql("""
                        select r.order_no
                          from operation_record r
                         where r.order_no = coalesce((select order_no from complaint where complaint_id = :key), :key)
                           and r.actor = :judge and r.action in (:forOneSide)
                           and not (r.action = 'order-closed' and exists (
                                select 1 from dispute d where d.order_no = r.order_no and d.decided_by = r.actor
                                              and d.outcome <> 'DISMISSED'))
                         limit 1
                        """)
                .param("key", task.getExecution().getProcessBusinessKey())
                .param("judge", judge)
                .param("forOneSide", FOR_ONE_SIDE)
                .query(String.class)
                .optional()
                .ifPresent(order -> {
                    throw Desk.refused("task.four-eyes", judge, order);
                });
    }
}
