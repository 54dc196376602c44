package org.tradeassurance.process.explanation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;

/** Where the processes of an order wait, its phases and what runs beside them included, in one statement. */
@Repository
class WaitingPlaces {

    private final JdbcClient jdbc;

    WaitingPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Waiting> of(OrderNo no) {
        return jdbc.sql("""
                        with instance as (
                            select e.id_, d.key_, d.id_ as definition
                              from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                             where e.business_key_ = :no and e.parent_id_ is null)
                        select 'TASK' as kind, i.*, t.task_def_key_ as element, t.create_time_ as since, t.due_date_ as due,
                               (select min(l.group_id_) from act_ru_identitylink l
                                 where l.task_id_ = t.id_ and l.type_ = 'candidate') as desk
                          from instance i join act_ru_task t on t.proc_inst_id_ = i.id_
                        union all
                        select 'MESSAGE', i.*, s.activity_id_, s.created_, null, null
                          from instance i join act_ru_event_subscr s on s.proc_inst_id_ = i.id_ and s.event_type_ = 'message'
                        union all
                        select case j.type_ when 'timer' then 'TIMER' else 'JOB' end, i.*, d.act_id_, j.create_time_, j.duedate_, null
                          from instance i
                          join act_ru_job j on j.process_instance_id_ = i.id_
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                         order by since, element
                        """)
                .param("no", no.value())
                .query(WaitingPlaces::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        Waiting.Kind kind = Waiting.Kind.valueOf(row.getString("kind"));
        Timestamp due = kind == Waiting.Kind.JOB ? null : row.getTimestamp("due");
        return new Waiting(
                kind,
                row.getString("key_"),
                row.getString("definition"),
                row.getString("id_"),
                row.getString("element"),
                row.getTimestamp("since").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("desk"));
    }
}
