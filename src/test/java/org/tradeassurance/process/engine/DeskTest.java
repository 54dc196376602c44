package org.tradeassurance.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.tradeassurance.order.Refusal;

/** Who may work on a task, at every door of the engine. Both desks hold the same grants on the process. */
@SpringBootTest
class DeskTest {

    private static final String FORM = """
            {"id": "decide", "type": "default", "schemaVersion": 16, "components": [{"type": "textfield", "key": "decision"}]}
            """;
    private static final List<String> MINE = List.of("north-desk");
    private static final List<String> OTHER = List.of("south-desk");
    private static final List<String> ADMIN = List.of("camunda-admin");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    private final List<String> grants = new ArrayList<>();
    private String deployment = "";
    private String task = "";

    @BeforeEach
    void oneOpenTask() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "desk-test.bpmn",
                        Bpmn.createExecutableProcess("desk-test")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("decide")
                                .camundaCandidateGroups("north-desk")
                                .camundaFormRef("decide")
                                .camundaFormRefBinding("deployment")
                                .userTask("again")
                                .camundaCandidateGroups("north-desk")
                                .endEvent()
                                .done())
                .addString("decide.form", FORM)
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey("desk-test", "70000000000001");
        task = open().getId();
        user("mei", "north-desk");
        user("lan", "north-desk");
        user("qi", "south-desk");
        Stream.of("north-desk", "south-desk", "camunda-admin").forEach(this::grant);
    }

    @AfterEach
    void clear() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
        grants.forEach(authorizations::deleteAuthorization);
        identity.createUserQuery()
                .userIdIn("mei", "lan", "qi")
                .list()
                .forEach(user -> identity.deleteUser(user.getId()));
        Stream.of("north-desk", "south-desk").forEach(identity::deleteGroup);
    }

    @Test
    void anOutsiderFindsEveryDoorClosed() {
        as("qi", OTHER);
        List<ThrowingCallable> doors = List.of(
                () -> tasks.claim(task, "qi"),
                () -> tasks.claim(task, "mei"),
                () -> tasks.complete(task),
                () -> forms.submitTaskForm(task, Map.of()),
                () -> tasks.handleBpmnError(task, "any"),
                () -> tasks.handleEscalation(task, "any"),
                () -> tasks.setAssignee(task, "qi"),
                () -> tasks.setAssignee(task, "mei"),
                () -> tasks.delegateTask(task, "qi"),
                () -> tasks.setPriority(task, 1),
                () -> tasks.addCandidateGroup(task, "south-desk"));
        assertThat(doors).allSatisfy(door -> assertThatThrownBy(door).isInstanceOf(Refusal.class));
        assertThatThrownBy(() -> tasks.setVariable(task, "decision", "x")).isInstanceOf(AuthorizationException.class);
        assertThat(open().getAssignee()).isNull();
    }

    @Test
    void aMemberClaimsAndCompletesByTheForm() {
        as("mei", MINE);
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of())).isInstanceOf(Refusal.class);
        tasks.claim(task, "mei");
        forms.submitTaskForm(task, Map.of("decision", "confirm"));
        identity.clearAuthentication();
        assertThat(open().getTaskDefinitionKey()).isEqualTo("again");
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("decision")
                        .count())
                .as("what was submitted leaves no row")
                .isZero();
    }

    @Test
    void aMemberEndsNoTaskBesideItsForm() {
        as("mei", MINE);
        tasks.claim(task, "mei");
        assertThatThrownBy(() -> tasks.complete(task, Map.of("decision", "x"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task, "any")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task, "any")).isInstanceOf(Refusal.class);
    }

    @Test
    void aColleaguesTaskStaysTheirs() {
        as("mei", MINE);
        tasks.claim(task, "mei");
        as("lan", MINE);
        assertThatThrownBy(() -> tasks.setAssignee(task, "lan")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.claim(task, null)).isInstanceOf(Refusal.class);
        as("mei", MINE);
        assertThatThrownBy(() -> tasks.setAssignee(task, "qi")).isInstanceOf(Refusal.class);
        assertThatCode(() -> tasks.setAssignee(task, "lan")).doesNotThrowAnyException();
    }

    @Test
    void aDeskThatIsAddedByHandDoesNotCount() {
        as("mei", MINE);
        tasks.addCandidateGroup(task, "south-desk");
        as("qi", OTHER);
        assertThatThrownBy(() -> tasks.claim(task, "qi")).isInstanceOf(Refusal.class);
    }

    @Test
    void anAdministratorAssignsWithinTheDeskButDoesNotWork() {
        as("admin", ADMIN);
        assertThatThrownBy(() -> tasks.claim(task, "admin")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.setAssignee(task, "qi")).isInstanceOf(Refusal.class);
        tasks.setAssignee(task, "mei");
        tasks.setAssignee(task, "lan");
        identity.clearAuthentication();
        assertThat(open().getAssignee()).isEqualTo("lan");
    }

    @Test
    void jobsAndServiceAccountsPass() {
        tasks.complete(task);
        assertThat(open().getTaskDefinitionKey()).isEqualTo("again");
    }

    private Task open() {
        return tasks.createTaskQuery().processDefinitionKey("desk-test").singleResult();
    }

    private void as(String user, List<String> groups) {
        identity.setAuthentication(user, groups);
    }

    private void user(String id, String group) {
        identity.saveUser(identity.newUser(id));
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(id, group);
    }

    private void grant(String group) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("desk-test");
        grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
        grant.addPermission(ProcessDefinitionPermissions.TASK_WORK);
        grant.addPermission(ProcessDefinitionPermissions.TASK_ASSIGN);
        grants.add(authorizations.saveAuthorization(grant).getId());
    }
}
