package org.tradeassurance.process.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** CVE-2026-109432: what a query brings along is not run. */
@SpringBootTest
class ExpressionGuardTest {

    private static final String SUM = "${1 + 1}";
    private static final String REFUSED = "Expressions are not evaluated outside a process";

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    private final List<String> created = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();

    @AfterEach
    void clear() {
        identity.clearAuthentication();
        created.forEach(filters::deleteFilter);
        grants.forEach(authorizations::deleteAuthorization);
    }

    @Test
    void aTaskQueryRunsNoExpression() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression(SUM).list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void norDoesItsOrPart() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskNameLike("x")
                        .taskCandidateUserExpression(SUM)
                        .endOr()
                        .list())
                .hasRootCauseMessage(REFUSED);
    }

    @Test
    void aFilterRunsNoExpressionStoredOrGiven() {
        String stored = saved(tasks.createTaskQuery().taskAssigneeExpression(SUM));
        String plain = saved(tasks.createTaskQuery());
        assertThatThrownBy(() -> filters.list(stored)).hasRootCauseMessage(REFUSED);
        assertThatThrownBy(() -> filters.count(plain, tasks.createTaskQuery().taskOwnerExpression(SUM)))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void whatFiltersNeedStillWorksToTheLetter() {
        String mine = saved(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        String ours = saved(tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        grant("mei");
        identity.setAuthentication("mei", List.of("north-desk"));
        assertThat(filters.count(mine)).isZero();
        assertThat(filters.count(ours)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${afterNow()}", "${afterToday()}"})
    void theBoundsOfDueDatesAreEvaluatedAndNothingElse(String bound) {
        assertThat(filters.count(saved(tasks.createTaskQuery().dueBeforeExpression(bound))))
                .isZero();
        String other = saved(tasks.createTaskQuery().dueBeforeExpression(SUM));
        assertThatThrownBy(() -> filters.count(other)).hasRootCauseMessage(REFUSED);
    }

    private void grant(String user) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
        grants.add(grant.getId());
    }

    private String saved(TaskQuery query) {
        Filter filter = filters.newTaskFilter("test").setQuery(query);
        String id = filters.saveFilter(filter).getId();
        created.add(id);
        return id;
    }
}
