package org.tradeassurance.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clean-up of history: what still runs is not finished, however long ago it began. All rows of a process know from its start when they are
 * removed, so that its end need not write to each; where that time comes before the end, it is put off by the whole time to live.
 */
public class KeepRunningHistory extends HistoryCleanupJobHandler {

    private static final String STILL_RUNNING = """
            select distinct h.root_proc_inst_id_
              from act_hi_procinst h
             where h.end_time_ is null and h.removal_time_ <= :now
            """;

    private static final String PUT_OFF = """
            update %s h
               set removal_time_ = :now::timestamp + make_interval(days => d.history_ttl_)
              from act_hi_procinst r join act_re_procdef d on d.id_ = r.proc_def_id_
             where r.id_ = h.root_proc_inst_id_ and h.root_proc_inst_id_ in (:roots)
            """;

    private final Supplier<JdbcClient> jdbc;

    public KeepRunningHistory(Supplier<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void execute(
            HistoryCleanupJobHandlerConfiguration configuration,
            ExecutionEntity execution,
            CommandContext context,
            @Nullable String tenant) {
        java.sql.Timestamp now = java.sql.Timestamp.from(ClockUtil.now().toInstant());
        List<String> roots = jdbc.get()
                .sql(STILL_RUNNING)
                .param("now", now)
                .query(String.class)
                .list();
        if (!roots.isEmpty()) {
            tables().forEach(table -> jdbc.get()
                    .sql(PUT_OFF.formatted(table))
                    .param("now", now)
                    .param("roots", roots)
                    .update());
        }
        super.execute(configuration, execution, context, tenant);
    }

    /** Read from the schema, so that none is forgotten. */
    private List<String> tables() {
        return jdbc.get().sql("""
                        select table_name
                          from information_schema.columns
                         where table_schema = current_schema() and table_name like 'act\\_%'
                           and column_name in ('root_proc_inst_id_', 'removal_time_')
                         group by table_name
                        having count(*) = 2
                        """).query(String.class).list();
    }
}
