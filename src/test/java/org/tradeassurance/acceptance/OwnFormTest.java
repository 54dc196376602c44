package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.web.Caller;

/** Forms that analysts change, and a second person where they want one. */
class OwnFormTest extends ModelChange {

    @Test
    @DisplayName(
            "C9: an extra field on the supplier's confirmation is kept with the order, shown to the supplier and searched")
    void anExtraFieldIsKept() {
        models.replace(
                "confirm-contract-as-supplier",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"key\": \"customerPo\", \"label\": \"客户采购单号 / Customer''s purchase order\"},"
                        .replace("''", "'"));
        assertThat(models.stops()).isEmpty();
        models.deploy();
        String no = opened(draft().with("/origin", "BUYER_ORDER"));
        done(
                no,
                "userTask_confirmContractAsSupplier",
                "supplier-desk",
                Map.of("decision", "confirm", "customerPo", "PO 4711/2015"));
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        JsonNode field = order(no).body().path("fields").path(0);
        assertThat(field.path("field").asText() + " " + field.path("value").asText())
                .isEqualTo("customerPo PO 4711/2015");
        assertThat(field.at("/label/en").asText()).isEqualTo("Customer's purchase order");
        assertThat(field.at("/by").asText()).isEqualTo("supplier-desk");
        assertThat(order(no).body().path("fields")).hasSize(1);
        assertThat(told(no, "supplier-step-done").path("detail").asText()).contains("PO 4711/2015");
        assertThat(platform.get("/orders?q=PO4711/2015")
                        .body()
                        .at("/items/0/orderNo")
                        .asText())
                .isEqualTo(no);
        assertThat(platform.get("/orders?q=PO4712").body().path("items")).isEmpty();
    }

    @Test
    @DisplayName(
            "UI-05: what was filled in for the supplier is neither shown to the buyer nor found by it, in no view of the order")
    void theOtherSideDoesNotSeeIt() {
        models.replace(
                        "confirm-contract-as-supplier",
                        "\"components\": \\[",
                        "\"components\": [{\"type\": \"textfield\", \"key\": \"costPrice\", \"label\": \"成本 / Cost price\"},")
                .deploy();
        String no = opened(Draft.of("S-1001", "acme@example.com").with("/origin", "BUYER_ORDER"));
        done(
                no,
                "userTask_confirmContractAsSupplier",
                "supplier-desk",
                Map.of("decision", "confirm", "costPrice", "SECRETPRICE"));
        for (String view : List.of("", "/operations?limit=200", "/explanation", "/contract-versions")) {
            assertThat(as("buyer-acme").get("/orders/" + no + view).body().toString())
                    .as(view)
                    .doesNotContain("SECRETPRICE");
        }
        assertThat(as("buyer-acme").get("/orders?q=SECRETPRICE").body().path("items"))
                .isEmpty();
        assertThat(as("buyer-acme")
                        .get("/orders/" + no + "/operations?limit=200")
                        .body()
                        .toString())
                .contains("supplier-step-done");
        assertThat(as("supplier-S-1001")
                        .get("/orders/" + no)
                        .body()
                        .path("fields")
                        .toString())
                .contains("SECRETPRICE");
        assertThat(as("supplier-S-1001")
                        .get("/orders/" + no + "/operations?limit=200")
                        .body()
                        .toString())
                .contains("SECRETPRICE");
        assertThat(as("supplier-S-1001").get("/orders?q=SECRETPRICE").body().path("items"))
                .hasSize(1);
    }

    private static final String SECOND_PERSON = """
            <bpmn:sequenceFlow id="flow_refundDueToPayRefund" sourceRef="startEvent_refundDue" targetRef="Gateway_0amount" />
            <bpmn:exclusiveGateway id="Gateway_0amount" name="Above 10,000.00?" default="Flow_0below" />
            <bpmn:sequenceFlow id="Flow_0below" name="No" sourceRef="Gateway_0amount" targetRef="userTask_payRefund" />
            <bpmn:sequenceFlow id="Flow_0above" name="Yes" sourceRef="Gateway_0amount" targetRef="Activity_0approve">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\\${refunds.above(execution.processBusinessKey, '10000.00')}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:userTask id="Activity_0approve" name="Approve refund" camunda:formRef="approve-refund" camunda:formRefBinding="deployment" camunda:candidateGroups="finance-desk">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="nameZh" value="审批退款" />
                  <camunda:property name="notBy" value="userTask_payRefund" />
                </camunda:properties>
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_0approved" sourceRef="Activity_0approve" targetRef="userTask_payRefund" />""";

    private static final String APPROVAL = """
            {"components": [
               {"type": "text", "text": "Approve refund **{{refundNo}}** over {{amount}}."},
               {"type": "textfield", "key": "approvalNote", "label": "备注 / Note"}],
             "type": "default", "id": "approve-refund", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "schemaVersion": 16}
            """;

    private String refundOf(String surplus) {
        String no = paid(draft());
        remitted(no, "28000.00");
        remitted(no, surplus);
        return jdbc.sql("select refund_no from refund where order_no = :no")
                .param("no", no)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("C10: a refund above 10,000.00 needs a second person of finance, one of 10,000.00 does not")
    void aLargeRefundNeedsASecondPerson() {
        models.replace("pay-refund", "<bpmn:sequenceFlow id=\"flow_refundDueToPayRefund\"[^>]*/>", SECOND_PERSON)
                .form("approve-refund", APPROVAL);
        assertThat(models.stops()).isEmpty();
        models.deploy();
        String small = refundOf("10000.00");
        assertThat(task(small, "Activity_0approve")).isNull();
        assertThat(task(small, "userTask_payRefund")).isNotNull();

        String large = refundOf("10000.01");
        String no = jdbc.sql("select order_no from refund where refund_no = :no")
                .param("no", large)
                .query(String.class)
                .single();
        assertThat(task(large, "userTask_payRefund")).isNull();
        done(large, "Activity_0approve", "finance-desk", Map.of("approvalNote", "Checked"));
        assertThat(told(no, "step-done").path("detail").asText()).contains("审批退款 / Approve refund", "Checked");
        assertThat(order(no).body().at("/fields/0/value").asText()).isEqualTo("Checked");

        String task = task(large, "userTask_payRefund").getId();
        Caller.Answer claim = member("finance-desk").speaking("en").claim(task);
        assertThat(claim.status()).isEqualTo(422);
        assertThat(claim.json().path("message").asText()).contains("Somebody else has to do this one");
        assertThat(member("finance-desk-lead").assign(task, "finance-desk").status())
                .isEqualTo(422);
        Map<String, String> payout = Map.of("payoutReference", "OUT-" + large, "paidOn", "2015-11-01");
        done(large, "userTask_payRefund", "finance-desk-lead", payout);
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("0.00");
        done(
                small,
                "userTask_payRefund",
                "finance-desk",
                Map.of("payoutReference", "OUT-" + small, "paidOn", "2015-11-01"));
    }
}
