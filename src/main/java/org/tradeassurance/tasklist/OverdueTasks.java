package org.tradeassurance.tasklist;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.process.DrawnTasks;
import org.tradeassurance.process.TradeOrderModel;

/** The open tasks that are due before an instant and whose desk's lead has not been told. */
@Repository
class OverdueTasks {

    private final JdbcClient jdbc;
    private final DrawnTasks models;

    OverdueTasks(JdbcClient jdbc, DrawnTasks models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /**
     * One of them.
     *
     * @param name in all languages
     * @param about an order number, or the key of what belongs to no order
     */
    record OverdueTask(String id, String name, String desk, Instant due, String about) {}

    /**
     * First due first. Of an order that a dispute freezes, only the dispute's task counts.
     *
     * @param escalated the priority of those that are left out
     */
    List<OverdueTask> find(Instant before, int escalated, int limit) {
        Map<String, String> names = models.names();
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, t.due_date_, p.business_key_, min(l.group_id_) as desk
                          from act_ru_task t
                          join act_ru_execution p on p.id_ = t.proc_inst_id_
                          join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                          left join trade_order o on o.order_no = p.business_key_
                         where t.due_date_ < :before and t.priority_ < :escalated and t.suspension_state_ = 1
                           and (o.frozen_at is null or t.task_def_key_ = :dispute)
                         group by t.id_, p.id_
                         order by t.due_date_, t.id_
                         limit :limit
                        """)
                .param("before", LocalDateTime.ofInstant(before, ZoneId.systemDefault()))
                .param("escalated", escalated)
                .param("dispute", TradeOrderModel.TASK_DECIDE_DISPUTE)
                .param("limit", limit)
                .query((row, number) -> new OverdueTask(
                        row.getString("id_"),
                        names.getOrDefault(row.getString("task_def_key_"), row.getString("task_def_key_")),
                        row.getString("desk"),
                        row.getTimestamp("due_date_").toInstant(),
                        row.getString("business_key_")))
                .list();
    }
}
