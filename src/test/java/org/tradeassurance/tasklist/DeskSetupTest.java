package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.process.DrawnTask;
import org.tradeassurance.process.DrawnTasks;

/** Desks, grants and queues after a start. */
@SpringBootTest
class DeskSetupTest {

    @Autowired
    DeskSetup setup;

    @Autowired
    DrawnTasks models;

    @Autowired
    BeanFactory beans;

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
        List<DrawnTask> drawn = models.inUse();
        DeskPlan used = plan.with(drawn, group -> group);
        for (DeskPlan.Desk desk : used.desks()) {
            for (DrawnTask task : drawn) {
                boolean takesPart = drawn.stream()
                        .anyMatch(other -> other.process().equals(task.process())
                                && other.desks().contains(desk.group()));
                assertThat(may(desk.group(), ProcessDefinitionPermissions.TASK_WORK, task.process()))
                        .as("%s works in %s", desk.group(), task.process())
                        .isEqualTo(takesPart);
            }
        }
        assertThat(drawn)
                .allSatisfy(task -> assertThat(used.queues())
                        .filteredOn(queue -> queue.tasks().contains(task.id()))
                        .as("the queue of %s", task.id())
                        .singleElement()
                        .satisfies(queue -> assertThat(queue.desks()).containsAll(task.desks())));
    }

    @Test
    @DisplayName("a new desk is two lines: it has leads, the queues that every desk has, and a member in the sandbox")
    void aNewDeskIsTwoLines() {
        DeskFile.addDesk(beans, "customs-desk", "关务 / Customs desk");
        try {
            assertThat(identities
                            .createGroupQuery()
                            .groupId("customs-desk-lead")
                            .singleResult()
                            .getName())
                    .isEqualTo("关务组长 / Customs desk lead");
            assertThat(identities.checkPassword("customs-desk", "sandbox")).isTrue();
            assertThat(opens("customs-desk", "tasklist")).isTrue();
            assertThat(filters.createTaskFilterQuery().list())
                    .filteredOn(queue -> authorizations.isUserAuthorized(
                            "somebody", List.of("customs-desk"), Permissions.READ, Resources.FILTER, queue.getId()))
                    .extracting(queue -> queue.getProperties().get("queue"))
                    .containsExactlyInAnyOrder("mine", "overdue", "due-today", "desks", "frozen");
        } finally {
            DeskFile.putBack(beans);
        }
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("customs-desk", "customs-desk-lead")
                        .list())
                .as("what a desk was granted that is none any more")
                .isEmpty();
    }

    @Test
    void noDeskMayUpdateOrDeleteWhatRuns() {
        Set<String> processes = models.inUse().stream().map(DrawnTask::process).collect(Collectors.toSet());
        for (DeskPlan.Desk desk : plan.desks()) {
            for (var permission : List.of(
                    ProcessDefinitionPermissions.UPDATE,
                    ProcessDefinitionPermissions.UPDATE_INSTANCE,
                    ProcessDefinitionPermissions.UPDATE_TASK,
                    ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE,
                    ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.DELETE_INSTANCE,
                    ProcessDefinitionPermissions.SUSPEND)) {
                for (String process : processes) {
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
