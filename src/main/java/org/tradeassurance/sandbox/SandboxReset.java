package org.tradeassurance.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.process.EngineJobs;

/** Takes the sandbox back to its first day: orders and processes go, what is deployed and who may log in stay. */
@Component
@Profile(SandboxMode.PROFILE)
class SandboxReset {

    /** What belongs to running processes, in the order in which their foreign keys let go. */
    private static final List<String> RUNNING = List.of(
            "delete from act_ru_variable",
            "delete from act_ru_identitylink where task_id_ is not null or proc_def_id_ is null",
            "delete from act_ru_task_meter_log",
            "delete from act_ru_ext_task",
            "delete from act_ru_incident",
            "delete from act_ru_event_subscr where proc_inst_id_ is not null",
            "delete from act_ru_job where process_instance_id_ is not null",
            "update act_ru_job set exception_stack_id_ = null, exception_msg_ = null where exception_stack_id_ is not null",
            "delete from act_ru_task",
            "delete from act_ru_execution",
            "delete from act_ge_bytearray where deployment_id_ is null");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SandboxClock clock;
    private final SandboxData data;
    private final EngineJobs jobs;

    SandboxReset(
            JdbcClient jdbc, TransactionOperations transaction, SandboxClock clock, SandboxData data, EngineJobs jobs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.data = data;
        this.jobs = jobs;
    }

    /**
     * Sets the clock, then clears everything but the sandbox's own suppliers, put back as new.
     *
     * @param now the system's time if left out
     */
    SandboxClock.Reading reset(@Nullable Instant now, boolean running) {
        clock.alone(() -> {
            if (now == null) {
                clock.placeAtSystemTime(running);
            } else {
                clock.place(now, running);
            }
            transaction.executeWithoutResult(status -> {
                RUNNING.forEach(statement -> jdbc.sql(statement).update());
                jdbc.sql("truncate " + String.join(", ", ownTablesAndHistory())).update();
                data.load();
            });
            jobs.redateSharedJobs();
        });
        return clock.read();
    }

    /** Read from the schema, so that a new table is not forgotten. */
    private List<String> ownTablesAndHistory() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = current_schema() and table_type = 'BASE TABLE'
                           and (table_name like 'act\\_hi\\_%' or table_name not like 'act\\_%')
                           and table_name not in ('flyway_schema_history', 'sandbox_clock', 'go_live')
                        """).query(String.class).list().stream()
                .map(table -> '"' + table + '"')
                .collect(Collectors.toList());
    }
}
