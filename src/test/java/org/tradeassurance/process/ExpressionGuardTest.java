package org.tradeassurance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** CVE-2026-109432: what a query brings along is not run. */
@SpringBootTest
class ExpressionGuardTest {

    private static final String HOSTILE = "${environment.getProperty('user.dir')}";

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    void aTaskQueryRunsNoExpression() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression(HOSTILE).list())
                .isInstanceOf(ProcessEngineException.class)
                .hasRootCauseMessage("Expressions are not evaluated outside a process");
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskNameLike("x")
                        .taskCandidateUserExpression(HOSTILE)
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aFilterRunsNoExpressionStoredOrGiven() {
        Filter filter = filters.newTaskFilter("hostile")
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression(HOSTILE));
        filters.saveFilter(filter);
        try {
            assertThatThrownBy(() -> filters.list(filter.getId())).isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> filters.count(
                            filter.getId(), tasks.createTaskQuery().taskOwnerExpression(HOSTILE)))
                    .isInstanceOf(ProcessEngineException.class);
        } finally {
            filters.deleteFilter(filter.getId());
        }
    }

    @Test
    void whatFiltersNeedStillWorks() {
        identity.setAuthentication("mei", java.util.List.of("supplier-desk"));
        assertThat(tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .count())
                .isZero();
        assertThatCode(() -> tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .count())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression("${ currentUser() }")
                        .count())
                .isInstanceOf(ProcessEngineException.class);
    }
}
