package org.tradeassurance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.TestClock;
import org.tradeassurance.acceptance.Redeployment;

/** Makes a golden dump of this build; no test of {@code verify}: {@code ./mvnw test-compile surefire:test -Dtest=GoldenDumpMaker -Dgolden.name=NAME}. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GoldenDumpMaker {

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @AfterEach
    void resetClock() {
        new TestClock(management).reset();
    }

    @Test
    void writesADump() throws Exception {
        Play play = new Play(port, management, tasks, jdbc);
        Stream.of(WaitingOrder.values())
                .filter(order -> !order.way().changedTables())
                .forEach(order -> order.comeThere(play));
        // Not closed: nothing is opened afterwards.
        new Redeployment(repository)
                .cell("order-deadlines", "out_autoCloseDays", "5")
                .cell("covered-amount", "out_postDeliveryShortagePolicy", "\"CAP\"")
                .deploy();
        Stream.of(WaitingOrder.values())
                .filter(order -> order.way().changedTables())
                .forEach(order -> order.comeThere(play));

        assertThat(waits()).as("an order waits in each place").isEqualTo(places());
        Dump.named(Objects.requireNonNull(System.getProperty("golden.name"), "-Dgolden.name"))
                .write(database);
    }

    /** Where something waits: tasks, messages, timers, and what is left to the job executor. */
    private Set<String> waits() {
        return new TreeSet<>(jdbc.sql("""
                        select task_def_key_ from act_ru_task
                         union select activity_id_ from act_ru_event_subscr
                         union select d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        """).query(String.class).list());
    }

    /** Where the models can wait. */
    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(process ->
                        repository.getBpmnModelInstance(process.getId()).getModelElementsByType(FlowNode.class).stream()
                                .filter(GoldenDumpMaker::waits)
                                .map(FlowNode::getId)
                                .forEach(places::add));
        return places;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node.isCamundaAsyncBefore()
                || (node instanceof CatchEvent event
                        && event.getEventDefinitions().stream()
                                .anyMatch(definition -> definition instanceof MessageEventDefinition
                                        || definition instanceof TimerEventDefinition));
    }
}
