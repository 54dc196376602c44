package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.order.Refusal;

/** What a form says is missing can be filled in there, and what nobody knows can be given its place. */
class NoDeadEndTest extends AcceptanceTest {

    private static final String GOODS = """
            [{"product": "Desk light", "quantity": "1", "unit": "Set", "unitPrice": "40000.00", "category": "LIGHTING"}, {"product": "", "quantity": null}]""";

    @Test
    @DisplayName("DRF-10: what a draft lacks is filled in with its task; what the form leaves blank stays as it was")
    void aDraftIsCompletedInItsForm() {
        String no = opened(draft().with("/submit", "false")
                .with("/lines", "[]")
                .without("/coverage")
                .with("/remark", "Handle with care")
                .with("/shipping/platformLogistics", "true"));
        Task task = task(no, "userTask_completeDraft");
        assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("decision", "submit")))
                .as("incomplete as ever")
                .isInstanceOf(Refusal.class);
        tasks.complete(
                task.getId(),
                Map.of(
                        "decision", "submit",
                        "goods", SpinValues.jsonValue(GOODS).create(),
                        "coverage", "POST_DELIVERY",
                        "depositDue", "15000.00"));
        clock.runDueJobs();

        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        Api.Answer order = order(no);
        assertThat(order.text("/amounts/total")).isEqualTo("40000.00");
        assertThat(order.text("/amounts/deposit")).isEqualTo("15000.00");
        assertThat(order.text("/coverage/mode")).isEqualTo("POST_DELIVERY");
        assertThat(order.text("/remark")).isEqualTo("Handle with care");
        assertThat(jdbc.sql(
                                "select content #>> '{shipping,platformLogistics}' from contract_version where order_no = :no and version = 2")
                        .param("no", no)
                        .query(String.class)
                        .single())
                .isEqualTo("true");
    }

    @Test
    @DisplayName(
            "EXP-03, SHP-02: the export desk links an unknown clearance to the order that it names, and it counts there")
    void anUnknownClearanceFindsItsOrder() {
        String no = paid(draft());
        String lost = "LOST-" + no;
        cleared(lost, "2015-11-01");
        Task task = tasks.createTaskQuery().taskDefinitionKey("userTask_traceClearance").list().stream()
                .filter(open -> tasks.getVariablesLocal(open.getId()).containsValue(lost))
                .findFirst()
                .orElseThrow();
        for (String wrong : new String[] {"70000000000000", "order 7"}) {
            assertThatThrownBy(() ->
                            tasks.complete(task.getId(), Map.of("decision", "link", "linkTo", wrong, "note", "Found")))
                    .isInstanceOf(Refusal.class);
        }
        tasks.complete(task.getId(), Map.of("decision", "link", "linkTo", no, "note", "The supplier told us"));

        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("export-order-linked", lost);
        assertThat(jdbc.sql(
                                "select cleared_on::text from export_order where export_order_no = :lost and order_no = :no")
                        .param("lost", lost)
                        .param("no", no)
                        .query(String.class)
                        .single())
                .isEqualTo("2015-11-01");
    }
}
