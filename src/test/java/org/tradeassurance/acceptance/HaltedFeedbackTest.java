package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody did by hand to the process of a completed order: feedback and coverage go on where they stand. */
class HaltedFeedbackTest extends AcceptanceTest {

    @Autowired
    private RuntimeService runtime;

    private String no;

    @BeforeEach
    void anOrderIsComplete() {
        no = paid(draft().with("/coverage", "POST_DELIVERY"));
        shipped(no, "2015-11-02");
        remitted(no, "28000.00");
        ok(act(no, "goods-receipt", "{}"));
    }

    @Test
    @DisplayName("FBK-01: a completed order whose feedback is suspended says so, and the platform lets it go on")
    void aSuspendedFeedbackSaysSo() {
        until("2015-11-11T10:00:00");
        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
        runtime.suspendProcessInstanceById(process("collect-feedback"));
        assertThat(order(no).text("/processFault")).isEqualTo("SUSPENDED");
        ok(act(no, "process", "{}"));
        ok(act(no, "feedback", "{\"party\":\"BUYER\",\"text\":\"Good\"}"));
    }

    @Test
    @DisplayName(
            "FBK-06, QTA-04: a completed order starts again where its feedback stands, and its coverage ends in time")
    void aLostProcessStartsAgainWhereItsFeedbackStands() {
        ok(act(no, "feedback", "{\"party\":\"BUYER\",\"text\":\"Good\"}"));
        loseAndStartAgain();
        ok(act(no, "feedback/reply", "{\"party\":\"SUPPLIER\",\"text\":\"Thanks\"}"));
        loseAndStartAgain();

        clock.advance(Duration.ofDays(40));

        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .count())
                .isZero();
    }

    private void loseAndStartAgain() {
        runtime.deleteProcessInstance(process("trade-order"), "by hand");
        ok(act(no, "process", "{}"));
    }

    private String process(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }
}
