package org.tradeassurance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.process.EngineClock;

/** Time in the sandbox goes where it is sent, and each job runs at its own instant on the way. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=true")
class SandboxClockTest {

    private static final Instant START = Instant.parse("2015-11-27T01:00:00Z");

    @Autowired
    SandboxClock clock;

    @Autowired
    SandboxReset sandbox;

    @Autowired
    EngineClock engineClock;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private String deployment = "";

    @BeforeEach
    void waitingAndDailyProcesses() {
        clock.set(START, false);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "wait.bpmn",
                        Bpmn.createExecutableProcess("wait")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent("first")
                                .timerWithDuration("P10D")
                                .intermediateCatchEvent("second")
                                .timerWithDuration("P5D")
                                .userTask("done")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "daily.bpmn",
                        Bpmn.createExecutableProcess("daily")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("midnight")
                                .timerWithCycle("R/2000-01-01T00:00:00+08:00/PT24H")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void clear() {
        repository.deleteDeployment(deployment, true);
        sandbox.reset(null, true);
        ClockUtil.reset();
    }

    @Test
    void advancingRunsEachTimerAtItsOwnDueInstant() {
        runtime.startProcessInstanceByKey("wait");

        clock.advance(Duration.ofDays(15).minusSeconds(1));
        assertThat(endOf("first")).containsExactly(START.plus(Duration.ofDays(10)));
        assertThat(endOf("second")).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(endOf("second")).containsExactly(START.plus(Duration.ofDays(15)));
        assertThat(clock.read()).isEqualTo(new SandboxClock.Reading(START.plus(Duration.ofDays(15)), false));
        assertThat(endOf("midnight"))
                .hasSize(15)
                .allSatisfy(end -> assertThat(end.toString()).endsWith("T16:00:00Z"));
        assertThat(engine.getJobExecutor().isActive()).isTrue();
    }

    /** Some ten on a free machine. */
    @Test
    void halfAYearTakesSecondsNotMinutes() {
        long start = System.nanoTime();
        clock.advance(Duration.ofDays(182));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(endOf("midnight")).hasSize(182);
    }

    @Test
    void aResetWithoutAnInstantTakesTheSystemsAndRunsOrStandsAsAsked() {
        assertThat(sandbox.reset(null, true).running()).isTrue();
        SandboxClock.Reading standing = sandbox.reset(null, false);
        assertThat(standing.running()).isFalse();
        assertThat(standing.now()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(clock.read()).isEqualTo(standing);
    }

    @Test
    void theCallersNameIsNotOnTheJobs() {
        identity.setAuthentication("platform", List.of());
        try {
            clock.advance(Duration.ofDays(1));
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("platform");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(endOf("midnight")).hasSize(1);
    }

    @Test
    void settingTheClockBackDatesTheDailyJobAnew() {
        clock.set(Instant.parse("2030-05-05T00:00:00Z"), false);
        assertThat(dailyDue()).isEqualTo("2030-05-05T16:00:00Z");
        clock.set(Instant.parse("2015-01-01T17:00:00Z"), false);
        assertThat(dailyDue()).isEqualTo("2015-01-02T16:00:00Z");
    }

    @Test
    void theClockIsFoundAgainAsItWasLeft() {
        clock.set(START, false);
        ClockUtil.reset();
        assertThat(new StoredClock(engineClock, jdbc).running()).isFalse();
        assertThat(engineClock.instant()).isEqualTo(START);

        clock.set(START, true);
        ClockUtil.reset();
        assertThat(new StoredClock(engineClock, jdbc).running()).isTrue();
        assertThat(engineClock.instant()).isBetween(START, START.plusSeconds(60));
    }

    @Test
    void aResetLeavesNothingButTheSandboxItself() {
        runtime.startProcessInstanceByKey("wait");
        clock.advance(Duration.ofDays(15));
        jdbc.sql("update supplier set quota_limit = 5, standing = 'TERMINATED' where supplier_id = 'S-1001'")
                .update();

        assertThat(sandbox.reset(START, false)).isEqualTo(new SandboxClock.Reading(START, false));

        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
        assertThat(jdbc.sql("select count(*) from act_ge_bytearray where deployment_id_ is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select supplier_id || ' ' || region || ' ' || quota_limit || ' ' || standing from supplier"
                                + " where activated_at = '2015-11-27T01:00:00Z' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("S-1001 CN 119000.00 ACTIVE", "S-1002 CN 2000.00 ACTIVE", "S-2001 HK 50000.00 ACTIVE");
        assertThat(dailyDue()).as("what is deployed still starts").isEqualTo("2015-11-27T16:00:00Z");
        clock.advance(Duration.ofDays(1));
        assertThat(endOf("midnight")).hasSize(1);
    }

    private List<Instant> endOf(String activity) {
        return history.createHistoricActivityInstanceQuery().activityId(activity).finished().list().stream()
                .map(instance -> instance.getEndTime().toInstant())
                .toList();
    }

    private Instant dailyDue() {
        List<Job> jobs =
                management.createJobQuery().processDefinitionKey("daily").list();
        assertThat(jobs).hasSize(1);
        return jobs.get(0).getDuedate().toInstant();
    }
}
