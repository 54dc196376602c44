package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Desks, grants and queues after a start. */
@SpringBootTest
class DeskSetupTest {

    @Autowired
    DeskSetup setup;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    private final DeskPlan plan = DeskPlan.read();

    @Test
    void aSecondStartWritesNothing() {
        List<String> before = rows();

        setup.run(new DefaultApplicationArguments());

        assertThat(rows()).isEqualTo(before).hasSizeGreaterThan(50);
    }

    @Test
    void whatSomebodyGrantedByHandIsTakenAwayAtTheNextStart() {
        var extra = authorizations.createNewAuthorization(
                org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT);
        extra.setGroupId("buyer-desk");
        extra.setResource(Resources.PROCESS_DEFINITION);
        extra.setResourceId("draft-order");
        extra.addPermission(ProcessDefinitionPermissions.UPDATE_INSTANCE);
        authorizations.saveAuthorization(extra);
        var queue = filters.createTaskFilterQuery()
                .filterNameLike("%Unmatched money%")
                .singleResult();
        filters.saveFilter(queue.setName("Something else"));

        setup.run(new DefaultApplicationArguments());

        assertThat(may("buyer-desk", ProcessDefinitionPermissions.UPDATE_INSTANCE, "draft-order"))
                .isFalse();
        assertThat(filters.createTaskFilterQuery()
                        .filterId(queue.getId())
                        .singleResult()
                        .getName())
                .contains("Unmatched money");
    }

    @Test
    void aDeskTakesPartInTheProcessesWhoseTasksNameIt() {
        Map<String, Set<String>> modelled = new TreeMap<>();
        Set<String> tasks = new TreeSet<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (UserTask task :
                    repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                task.getCamundaCandidateGroupsList()
                        .forEach(group -> modelled.computeIfAbsent(group, g -> new TreeSet<>())
                                .add(process.getKey()));
                tasks.add(task.getCamundaCandidateGroupsList() + " " + task.getId());
            }
        }

        Map<String, Set<String>> planned = new TreeMap<>();
        plan.desks().stream()
                .filter(desk -> !desk.processes().isEmpty())
                .forEach(desk -> planned.put(desk.group(), new TreeSet<>(desk.processes())));
        assertThat(planned).isEqualTo(modelled);
        Set<String> queued = new TreeSet<>();
        plan.queues().forEach(queue -> queue.tasks().forEach(task -> queued.add(queue.desks() + " " + task)));
        assertThat(queued).as("each task has its queue").isEqualTo(tasks);
    }

    @Test
    void noDeskMayUpdateOrDeleteWhatRuns() {
        for (DeskPlan.Desk desk : plan.desks()) {
            for (var permission : List.of(
                    ProcessDefinitionPermissions.UPDATE,
                    ProcessDefinitionPermissions.UPDATE_INSTANCE,
                    ProcessDefinitionPermissions.UPDATE_TASK,
                    ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE,
                    ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.DELETE_INSTANCE,
                    ProcessDefinitionPermissions.SUSPEND)) {
                for (String process : desk.processes()) {
                    assertThat(may(desk.group(), permission, process))
                            .as("%s %s %s", desk.group(), permission, process)
                            .isFalse();
                }
            }
        }
        assertThat(may("process-analyst", ProcessDefinitionPermissions.TASK_WORK, "confirm-order"))
                .isFalse();
    }

    @Test
    void onlyAnalystsAndAdministratorsOpenCockpit() {
        assertThat(opens("process-analyst", "cockpit")).isTrue();
        assertThat(opens("camunda-admin", "cockpit")).isTrue();
        assertThat(opens("finance-desk", "cockpit")).isFalse();
        assertThat(opens("finance-desk", "tasklist")).isTrue();
        assertThat(opens("finance-desk", "admin")).isFalse();
    }

    @Test
    void theSandboxHasAMemberOfEachDeskAndAnAdministrator() {
        Set<String> members = new HashSet<>();
        plan.desks().stream().filter(desk -> desk.leads() == null).forEach(desk -> members.add(desk.group()));
        for (String name : members) {
            assertThat(identities.checkPassword(name, "sandbox")).as(name).isTrue();
            assertThat(identities.createGroupQuery().groupMember(name).list())
                    .extracting(group -> group.getId())
                    .containsExactly(name);
        }
        assertThat(identities.checkPassword("admin", "sandbox")).isTrue();
        assertThat(identities.createGroupQuery().groupMember("admin").list())
                .extracting(group -> group.getId())
                .containsExactly("camunda-admin");
    }

    private boolean may(String group, ProcessDefinitionPermissions permission, String process) {
        return authorizations.isUserAuthorized(
                "somebody", List.of(group), permission, Resources.PROCESS_DEFINITION, process);
    }

    private boolean opens(String group, String application) {
        return authorizations.isUserAuthorized(
                "somebody", List.of(group), Permissions.ACCESS, Resources.APPLICATION, application);
    }

    /** With the transaction that wrote each row. */
    private List<String> rows() {
        return jdbc.sql("""
                        select 'authorization ' || id_ || ' ' || xmin from act_ru_authorization
                        union all select 'filter ' || id_ || ' ' || xmin from act_ru_filter
                        union all select 'group ' || id_ || ' ' || xmin from act_id_group
                        union all select 'user ' || id_ || ' ' || xmin from act_id_user
                        union all select 'membership ' || user_id_ || ' ' || group_id_ || ' ' || xmin from act_id_membership
                        order by 1
                        """).query(String.class).list();
    }
}
