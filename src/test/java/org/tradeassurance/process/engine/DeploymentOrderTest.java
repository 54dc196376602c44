package org.tradeassurance.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.tradeassurance.process.EngineClock;

/** Models that a sandbox deploys at its starts, its clock in the past. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeploymentOrderTest {

    private static final String NAME = "models of a sandbox";

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="urn:trade-assurance">
              <process id="sandbox-model" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" name="%s" />
              </process>
            </definitions>
            """;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private EngineClock clock;

    @AfterEach
    void clean() {
        clock.runAheadBy(java.time.Duration.ZERO);
        repository.createDeploymentQuery().deploymentName(NAME).list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName(
            "A changed model is deployed, its undoing too, and a start without changes adds no version, whatever the clock says")
    void theNewestDeploymentIsTheOneMadeLast() {
        deploy("as delivered");
        clock.standAt(java.time.Instant.parse("2015-11-27T01:00:00Z"));

        assertThat(deploy("changed")).isEqualTo(2);
        assertThat(deploy("changed")).isEqualTo(2);
        assertThat(deploy("as delivered")).isEqualTo(3);
        assertThat(deploy("as delivered")).isEqualTo(3);
        clock.standAt(java.time.Instant.parse("2014-01-01T00:00:00Z"));
        assertThat(deploy("changed")).isEqualTo(4);
        assertThat(deploy("changed")).isEqualTo(4);
    }

    /** As at a start; the version that is the newest then. */
    private int deploy(String name) {
        DeploymentBuilder models = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        models.addString("sandbox-model.bpmn", MODEL.formatted(name)).deploy();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sandbox-model")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
