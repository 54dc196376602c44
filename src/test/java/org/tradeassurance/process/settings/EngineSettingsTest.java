package org.tradeassurance.process.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.process.desk.DeskChecker;
import org.tradeassurance.process.desk.FormOnlyInterceptor;
import org.tradeassurance.process.desk.RefusalInterceptor;
import org.tradeassurance.process.engine.DeskHistory;
import org.tradeassurance.process.engine.NoTaskGrants;

/** The settings are read back from the running engine, not from the file. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=true")
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    TaskExecutor camundaTaskExecutor;

    @Test
    void theEngineNeverTouchesItsOwnSchema() {
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        assertThat(jdbc.sql("select version || ' ' || description from flyway_schema_history order by installed_rank")
                        .query(String.class)
                        .list())
                .startsWith("1 engine", "1.1 engine indexes");
    }

    @Test
    void theJobsHaveTheIndexesThatAcquisitionNeeds() {
        assertThat(jdbc.sql("select indexname from pg_indexes where tablename = 'act_ru_job'")
                        .query(String.class)
                        .list())
                .contains("act_idx_job_duedate", "act_idx_job_locked_instance", "act_idx_job_locked_hierarchy");
    }

    @Test
    void theTablesAreReadOnce() {
        assertThat(engine.getDmnEngineConfiguration().getFeelEngine()).isInstanceOf(TableCells.class);
    }

    @Test
    void staffAreAuthorizedByGrantsOnProcessesAlone() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.getAuthorizationCheckRevokes()).isEqualTo("never");
        assertThat(engine.getResourceAuthorizationProvider()).isInstanceOf(NoTaskGrants.class);
        assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(engine.isEnableHistoricInstancePermissions()).isFalse();
        assertThat(engine.getCommandCheckers()).hasAtLeastOneElementOfType(DeskChecker.class);
        assertThat("supplier-desk").matches(engine.getGroupResourceWhitelistPattern());
    }

    @Test
    void historyKeepsWhatDesksLookUpAndDatesItsRemovalAtTheStart() {
        var history = engine.getHistoryLevel();
        assertThat(history).isInstanceOf(DeskHistory.class);
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.USER_OPERATION_LOG, null))
                .isTrue();
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.JOB_FAIL, null))
                .isTrue();
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.JOB_SUCCESS, null))
                .isFalse();
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.VARIABLE_INSTANCE_CREATE, null))
                .isFalse();
        assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("19:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("21:00");
    }

    @Test
    void theTasksOfAQueueAreFoundByIndex() {
        String plan = transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    " ",
                    jdbc.sql("explain select id_ from act_ru_task where task_def_key_ = 'userTask_any'")
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("act_idx_task_def_key");
    }

    @Test
    void jobsAreTakenByDueDateOneAtATimeForEachOrderAndAtMostFiveSecondsLate() {
        JobExecutor executor = engine.getJobExecutor();
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(engine.isJobExecutorAcquireByPriority()).isFalse();
        assertThat(engine.isJobExecutorAcquireExclusiveOverProcessHierarchies()).isTrue();
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(executor.getMaxWait()).isEqualTo(5_000);
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(50);
        assertThat(executor.getLockTimeInMillis()).isEqualTo(300_000);
        assertThat(((ThreadPoolTaskExecutor) camundaTaskExecutor).getCorePoolSize())
                .isEqualTo(4);
        assertThat(((ThreadPoolTaskExecutor) camundaTaskExecutor).getQueueCapacity())
                .isGreaterThanOrEqualTo(executor.getMaxJobsPerAcquisition());
    }

    @Test
    void theEngineLocksNobodyOut() {
        assertThat(engine.getLoginMaxAttempts()).isEqualTo(Integer.MAX_VALUE);
        assertThat(engine.getLoginDelayBase()).isZero();
    }

    @Test
    void variablesAreJsonOfKnownTypes() {
        assertThat(engine.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
    }

    @Test
    void expressionsErrorsAndListsAreGuarded() {
        assertThat(engine.getExpressionManager()).isInstanceOf(ExpressionGuard.class);
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2_000);
        assertThat(engine.getCommandInterceptorsTxRequired())
                .hasAtLeastOneElementOfType(RefusalInterceptor.class)
                .hasAtLeastOneElementOfType(FormOnlyInterceptor.class);
    }
}
