package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.tasklist.DeskFile;

/** Steps that analysts put into the models: nothing but files of {@code processes} and {@code forms} changes. */
class OwnStepTest extends ModelChange {

    private static final String TASK = "Activity_0comply";
    private static final String DESK = "compliance-desk";

    /** As the Modeler inserts it: its own ids, no labels. */
    private static final String COMPLIANCE = """
            <bpmn:sequenceFlow id="flow_collectDepositToShipOrder" sourceRef="callActivity_collectDeposit" targetRef="Activity_0comply" />
            <bpmn:userTask id="Activity_0comply" name="Check compliance" camunda:formRef="check-compliance" camunda:formRefBinding="deployment" camunda:candidateGroups="compliance-desk">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="nameZh" value="合规检查" />
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:outgoing>Flow_0check</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_0check" sourceRef="Activity_0comply" targetRef="Gateway_0comply" />
            <bpmn:exclusiveGateway id="Gateway_0comply" name="Compliant?">
              <bpmn:outgoing>Flow_0yes</bpmn:outgoing>
              <bpmn:outgoing>Flow_0no</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="Flow_0yes" name="Yes" sourceRef="Gateway_0comply" targetRef="callActivity_shipOrder">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\\${compliant == 'yes'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="Flow_0no" name="No" sourceRef="Gateway_0comply" targetRef="Activity_0dispute">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\\${compliant == 'no'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:serviceTask id="Activity_0dispute" name="Open dispute" camunda:delegateExpression="\\${openDisputeDelegate}">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="reason">\\${note}</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
              <bpmn:outgoing>Flow_0disputed</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="Flow_0disputed" sourceRef="Activity_0dispute" targetRef="callActivity_shipOrder" />""";

    /** Two decisions without a task before them: one by a fact of the order, one by what only the model knows. */
    private static final String DECISIONS = """
            <bpmn:sequenceFlow id="flow_collectDepositToShipOrder" sourceRef="callActivity_collectDeposit" targetRef="Activity_0days" />
            <bpmn:businessRuleTask id="Activity_0days" name="Find days" camunda:resultVariable="wayDays" camunda:decisionRef="auto-completion" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" />
            <bpmn:sequenceFlow id="Flow_0days" sourceRef="Activity_0days" targetRef="Activity_0window" />
            <bpmn:businessRuleTask id="Activity_0window" name="Find window" camunda:resultVariable="windowDays" camunda:decisionRef="order-deadlines" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="deadline">PAYMENT_WINDOW</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:businessRuleTask>
            <bpmn:sequenceFlow id="Flow_0window" sourceRef="Activity_0window" targetRef="Gateway_0long" />
            <bpmn:exclusiveGateway id="Gateway_0long" name="Long way?" default="Flow_0short" />
            <bpmn:sequenceFlow id="Flow_0short" name="No" sourceRef="Gateway_0long" targetRef="callActivity_shipOrder" />
            <bpmn:sequenceFlow id="Flow_0long" name="Yes" sourceRef="Gateway_0long" targetRef="Activity_0comply">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\\${wayDays > windowDays}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>""";

    private static final String FORM = """
            {"components": [
               {"type": "text", "text": "Check **{{orderNo}}**, then the order goes on."},
               {"type": "radio", "key": "compliant", "label": "合规 / Compliant", "validate": {"required": true},
                "values": [{"label": "是 / Yes", "value": "yes"}, {"label": "否 / No", "value": "no"}]},
               {"type": "textarea", "key": "note", "label": "备注 / Note", "validate": {"required": true}}],
             "type": "default", "id": "check-compliance", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "schemaVersion": 16}
            """;

    @Autowired
    private FilterService filters;

    private void compliance() {
        models.replace("trade-order", "<bpmn:sequenceFlow id=\"flow_collectDepositToShipOrder\"[^>]*/>", COMPLIANCE)
                .form("check-compliance", FORM)
                .replace(
                        "desks.yaml",
                        "desks:\n",
                        "desks:\n  - group: %s\n    name: 合规 / Compliance desk\n".formatted(DESK));
        assertThat(models.stops()).isEmpty();
        models.deploy();
        DeskFile.addDesk(beans, DESK, "合规 / Compliance desk");
    }

    @Test
    @DisplayName(
            "C4: a check of a new desk between deposit and shipment: queue, card, due date, record; nothing is offered before it")
    void aCheckBetweenDepositAndShipment() {
        compliance();
        String no = agreed(draft());
        remitted(no, "12000.00");
        Task task = task(no, TASK);
        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsEntry("orderNo", no)
                .containsEntry("amount", "40,000.00 USD");
        assertThat(task.getDueDate().toInstant()).isEqualTo(instant("2015-11-03T09:00:00"));
        assertThat(task.getPriority()).isEqualTo(70);
        assertThat(filters.createTaskFilterQuery()
                        .filterName("合规检查 / Check compliance")
                        .count())
                .isOne();
        assertThat(actions(no, "supplier"))
                .contains("contract", "export-orders")
                .doesNotContain("shipment-declaration");
        Api.Answer early = act(no, "shipment-declaration", "{}");
        refused(early, 409, "illegal-transition");
        assertThat(early.text("/detail")).contains("waits for something else first: Check compliance");
        assertThat(actions(no, "buyer")).contains("disputes");
    }

    @Test
    @DisplayName("an order whose models are older than Chinese names is explained by those of the newest")
    void anOlderModelGoesByTheNamesOfTheNewest() {
        models.edit("collect-deposit", model -> model.replaceAll("<camunda:property name=\"nameZh\"[^>]*/>", ""))
                .deploy();
        String no = agreed(draft());
        models.close();
        JsonNode waits = platform.get("/orders/" + no + "/explanation").body().path("waitsFor");
        assertThat(waits.findValuesAsText("zh")).contains("预付款入账", "付款期限已过");
    }

    @Test
    @DisplayName(
            "C4: an order goes by decisions that analysts put in: the table finds facts and date, the model says the rest")
    void decisionsOfTheirOwn() {
        models.replace(
                        "trade-order",
                        "<bpmn:sequenceFlow id=\"flow_collectDepositToShipOrder\"[^>]*/>",
                        DECISIONS
                                + COMPLIANCE.replaceFirst(
                                        "<bpmn:sequenceFlow id=\"flow_collectDepositToShipOrder\"[^>]*/>", ""))
                .form("check-compliance", FORM)
                .deploy();
        DeskFile.addDesk(beans, DESK, "合规 / Compliance desk");
        String bySea = agreed(draft());
        remitted(bySea, "12000.00");
        assertThat(task(bySea, TASK)).isNotNull();
        String byAir = agreed(draft().with("/shipping/transport", "AIR"));
        remitted(byAir, "12000.00");
        assertThat(actions(byAir, "supplier")).contains("shipment-declaration");
        JsonNode said = platform.get("/orders/" + bySea + "/explanation").body().path("decisions");
        assertThat(said).anySatisfy(one -> {
            assertThat(one.path("row").asText()).isEqualTo("rule_sea");
            assertThat(one.path("inputs")).isEqualTo(Api.json("{\"onDate\": \"2015-11-01\", \"transport\": \"SEA\"}"));
        });
    }

    @Test
    @DisplayName("C4: two of a desk check beside each other: the order is read as ever and waits for both")
    void aStepOfTwo() {
        String two =
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2"
                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";
        models.replace(
                        "trade-order",
                        "<bpmn:sequenceFlow id=\"flow_collectDepositToShipOrder\"[^>]*/>",
                        COMPLIANCE.replace("</bpmn:userTask>", two))
                .form("check-compliance", FORM)
                .deploy();
        String no = agreed(draft());
        remitted(no, "12000.00");
        assertThat(actions(no, "supplier")).contains("contract").doesNotContain("shipment-declaration");
        assertThat(platform.get("/orders/" + no + "/explanation").body().path("waitsFor"))
                .hasSize(2)
                .allSatisfy(wait -> assertThat(wait.at("/element/id").asText()).isEqualTo(TASK));
    }

    @Test
    @DisplayName("C4: its form is checked, its answers are kept, told and found; then the order waits for the shipment")
    void aCheckThatIsDone() {
        compliance();
        String no = agreed(draft());
        remitted(no, "12000.00");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-01");
        Task task = task(no, TASK);
        assertThat(submit(no, TASK, DESK, Map.of("compliant", "perhaps", "note", "?"))
                        .status())
                .isEqualTo(422);
        assertThat(member(DESK)
                        .submit(task.getId(), Map.of("compliant", "yes", "note", "No licence needed"))
                        .status())
                .isEqualTo(204);
        assertThat(told(no, "step-done").path("actor").asText()).isEqualTo(DESK);
        assertThat(told(no, "step-done").path("detail").asText())
                .isEqualTo("合规检查 / Check compliance · 合规 / Compliant: 是 / Yes · 备注 / Note: No licence needed");
        assertThat(order(no).body().at("/fields/0/value").asText()).isEqualTo("yes");
        assertThat(order(no).body().at("/fields/0/shown/zh").asText()).isEqualTo("是");
        assertThat(order(no).body().at("/fields/1/task/zh").asText()).isEqualTo("合规检查");
        assertThat(as("platform")
                        .get("/orders?q=licenceneeded")
                        .body()
                        .at("/items/0/orderNo")
                        .asText())
                .isEqualTo(no);
        assertThat(actions(no, "supplier")).contains("shipment-declaration");
        ok(act(no, "shipment-declaration", "{}"));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName(
            "PAY-08: money that comes while an own step waits before its time is kept, and taken when the order comes to it")
    void earlyMoneyIsKept() {
        compliance();
        String no = agreed(draft());
        remitted(no, "12000.00");
        remitted(no, "28000.00");
        assertThat(task(no, TASK)).isNotNull();
        done(no, TASK, DESK, Map.of("compliant", "yes", "note", "Fine"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        assertThat(order(no).text("/funds/balanceReceived")).isEqualTo("28000.00");
    }

    @Test
    @DisplayName(
            "C4: no leads to a dispute of the assurance desk, with the note as its reason; the order goes on when it is dismissed")
    void noLeadsToADispute() {
        compliance();
        String no = agreed(draft());
        remitted(no, "12000.00");
        done(no, TASK, DESK, Map.of("compliant", "no", "note", "On a list"));
        assertThat(order(no).body().path("frozen").asBoolean()).isTrue();
        assertThat(platform.get("/orders/" + no + "/disputes")
                        .body()
                        .at("/items/0/reason")
                        .asText())
                .isEqualTo("On a list");
        done(no, "userTask_decideDispute", "assurance-desk", Map.of("decision", "DISMISSED", "reason", "A namesake"));
        assertThat(order(no).body().path("frozen").asBoolean()).isFalse();
        assertThat(actions(no, "supplier")).contains("shipment-declaration");
    }

    @Test
    @DisplayName(
            "TR-22: beside an own step a dispute freezes it, a modification is confirmed, a refund that closes the order withdraws it")
    void aDisputeFreezesAnOwnStep() {
        compliance();
        String no = agreed(draft());
        remitted(no, "12000.00");
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().amounts("41000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        confirmed(no, "BUYER", 2);
        assertThat(order(no).text("/amounts/total")).isEqualTo("41000.00");
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
        assertThat(tasks.getVariablesLocal(task(no, TASK).getId())).containsEntry("paused", true);
        assertThat(submit(no, TASK, DESK, Map.of("compliant", "yes", "note", "Fine"))
                        .json()
                        .path("message")
                        .asText())
                .contains(no);
        assertThat(task(no, TASK)).isNotNull();
        ok(act(no, "disputes/decision", "{\"outcome\":\"REFUND\",\"reason\":\"Agreed\"}"));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(task(no, TASK)).isNull();
    }

    @Test
    @DisplayName("a desk that is withdrawn keeps its queue until the last order that may come to it is done")
    void aWithdrawnDeskKeepsItsQueue() {
        compliance();
        String no = agreed(draft());
        models.close();
        models = new Redeployment(repository);
        DeskFile.putBack(beans);
        remitted(no, "12000.00");
        assertThat(filters.createTaskFilterQuery()
                        .filterName("合规检查 / Check compliance")
                        .count())
                .isOne();
        done(no, TASK, DESK, Map.of("compliant", "yes", "note", "Fine"));
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
        ok(act(no, "disputes/decision", "{\"outcome\":\"REFUND\",\"reason\":\"Agreed\"}"));
        clock.runDueJobs();
        DeskFile.putBack(beans);
        assertThat(filters.createTaskFilterQuery()
                        .filterName("合规检查 / Check compliance")
                        .count())
                .isZero();
    }
}
