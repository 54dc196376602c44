package org.tradeassurance.process;

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

    private static final String HOSTILE = "${environment.getProperty('user.dir')}";
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
                        tasks.createTaskQuery().taskAssigneeExpression(HOSTILE).list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void norDoesOneHiddenInAnOrPart() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskNameLike("x")
                        .taskCandidateUserExpression(HOSTILE)
                        .endOr()
                        .list())
                .hasRootCauseMessage(REFUSED);
    }

    @Test
    void aFilterRunsNoExpressionStoredOrGiven() {
        String hostile = saved(tasks.createTaskQuery().taskAssigneeExpression(HOSTILE));
        String harmless = saved(tasks.createTaskQuery());
        assertThatThrownBy(() -> filters.list(hostile)).hasRootCauseMessage(REFUSED);
        assertThatThrownBy(() -> filters.count(harmless, tasks.createTaskQuery().taskOwnerExpression(HOSTILE)))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void whatFiltersNeedStillWorksToTheLetter() {
        String mine = saved(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        String ours = saved(tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        String almost = saved(tasks.createTaskQuery().taskAssigneeExpression("${ currentUser() }"));
        grant("mei");
        identity.setAuthentication("mei", List.of("north-desk"));
        assertThat(filters.count(mine)).isZero();
        assertThat(filters.count(ours)).isZero();
        assertThatThrownBy(() -> filters.count(almost)).hasRootCauseMessage(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${afterNow()}", "${afterToday()}"})
    void theBoundsOfDueDatesAreEvaluatedAndNothingAroundThem(String bound) {
        assertThat(filters.count(saved(tasks.createTaskQuery().dueBeforeExpression(bound))))
                .isZero();
        for (String almost : List.of(
                bound.replace("()", "( )"),
                bound.replace("()", "().toString()"),
                bound + " ",
                bound + HOSTILE,
                bound.replace("()}", "() == environment}"))) {
            String filter = saved(tasks.createTaskQuery().dueBeforeExpression(almost));
            assertThatThrownBy(() -> filters.count(filter)).as(almost).hasRootCauseMessage(REFUSED);
        }
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
