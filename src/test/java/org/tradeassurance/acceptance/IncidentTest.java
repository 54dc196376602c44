package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an incident tells whoever finds it in Cockpit. */
class IncidentTest extends AcceptanceTest {

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Test
    void aFailedTimerIsCalledAsTheModelCallsIt() {
        String no = agreed(draft());
        Job timer = jobs.createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no, "collect-deposit")
                        .singleResult()
                        .getId())
                .singleResult();
        jobs.setJobRetries(timer.getId(), 0);
        assertThat(runtime.createIncidentQuery().configuration(timer.getId()).list())
                .extracting(Incident::getIncidentMessage)
                .containsExactly("Order %s: \"Payment window ended\" failed. Its stack trace says why.".formatted(no));
        jobs.setJobRetries(timer.getId(), 1);
        assertThat(runtime.createIncidentQuery().configuration(timer.getId()).count())
                .isZero();
    }
}
