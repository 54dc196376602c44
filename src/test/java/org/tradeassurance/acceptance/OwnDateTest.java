package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Dates and mails that analysts put into the models: a row, a timer, a step. */
class OwnDateTest extends ModelChange {

    private static final String COMPLAINT = "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}";

    private static final String TIMER = """
            <bpmn:sequenceFlow id="Flow_0second" sourceRef="gateway_depositAndWindow" targetRef="Event_0second" />
            <bpmn:intermediateCatchEvent id="Event_0second" name="Second reminder due">
              <bpmn:timerEventDefinition>
                <bpmn:timeDate xsi:type="bpmn:tFormalExpression">\\${deadline.of(execution.processBusinessKey, 'SECOND_PAYMENT_REMINDER')}</bpmn:timeDate>
              </bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="Flow_0mail" sourceRef="Event_0second" targetRef="Activity_0mail" />
            <bpmn:serviceTask id="Activity_0mail" name="Send mail" camunda:delegateExpression="\\${sendMailDelegate}">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="to">%s</camunda:inputParameter>
                  <camunda:inputParameter name="subjectEn">Two days left for order {{orderNo}}</camunda:inputParameter>
                  <camunda:inputParameter name="subjectZh">订单 {{orderNo}} 还剩两天</camunda:inputParameter>
                  <camunda:inputParameter name="textEn">Dear {{buyer}}, please pay {{toPay}} by {{paymentDue}}. {{hint}}</camunda:inputParameter>
                  <camunda:inputParameter name="textZh">请于 {{paymentDue}} 前支付 {{toPay}}。{{hint}}</camunda:inputParameter>
                  <camunda:inputParameter name="hint">Write {{orderNo}} on it</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="Flow_0sent" sourceRef="Activity_0mail" targetRef="Event_0sent" />
            <bpmn:endEvent id="Event_0sent" name="Reminder sent" />
            <bpmn:sequenceFlow id="flow_depositAndWindowToDepositPosted"\s""";

    private static final String ROW = """
            <rule id="rule_second"><description>PAY-02: two days before the window ends</description>
            <inputEntry id="i1"><text>"SECOND_PAYMENT_REMINDER"</text></inputEntry><inputEntry id="i2"><text></text></inputEntry>
            <outputEntry id="o1"><text>-2</text></outputEntry><outputEntry id="o2"><text>"PAYMENT_DUE"</text></outputEntry></rule>
            <rule id="rule_paymentWindow">""";

    private void reminded(String to) {
        models.replace("order-deadlines", "<rule id=\"rule_paymentWindow\">", ROW)
                .replace(
                        "collect-deposit",
                        "<bpmn:sequenceFlow id=\"flow_depositAndWindowToDepositPosted\" ",
                        TIMER.formatted(to));
        assertThat(models.stops()).isEmpty();
        models.deploy();
    }

    private List<JsonNode> mails(String no) {
        return StreamSupport.stream(
                        platform.get("/sandbox/mails?limit=200")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(mail -> mail.path("template").asText().equals("step"))
                .filter(mail -> mail.path("orderNo").asText().equals(no))
                .toList();
    }

    @Test
    @DisplayName("C5: a second payment reminder two days before the window ends: one mail, once, at its instant")
    void aSecondPaymentReminder() {
        reminded("BUYER");
        String no = agreed(draft());
        String paid = agreed(draft());
        remitted(paid, "12000.00");
        until("2015-11-14T08:59:59");
        assertThat(mails(no)).isEmpty();
        until("2015-11-14T09:00:00");
        until("2015-11-16T09:00:00");
        assertThat(mails(paid)).isEmpty();
        assertThat(mails(no)).singleElement().satisfies(mail -> {
            assertThat(mail.path("recipient").asText()).isEqualTo(buyer);
            assertThat(mail.path("subject").asText()).isEqualTo("Two days left for order " + no);
            assertThat(mail.path("body").asText())
                    .isEqualTo(
                            "Dear Acme Ltd, please pay 12,000.00 USD by 2015-11-16 09:00 (UTC+8). Write {{orderNo}} on it");
        });
        remitted(no, "12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("C5: it stands still in a dispute and moves with the deadline; a desk reads it in both languages")
    void aReminderMovesWithItsDeadline() {
        reminded("finance-desk");
        String no = agreed(draft());
        until("2015-11-10T09:00:00");
        ok(act(no, "disputes", COMPLAINT));
        until("2015-11-15T09:00:00");
        assertThat(mails(no)).isEmpty();
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Agreed\"}"));
        until("2015-11-19T08:59:59");
        assertThat(mails(no)).isEmpty();
        until("2015-11-19T09:00:00");
        assertThat(mails(no))
                .extracting(mail -> mail.path("recipient").asText())
                .containsExactlyInAnyOrder("finance-desk@example.com", "finance-desk-lead@example.com");
        assertThat(mails(no).get(0).path("subject").asText()).startsWith("订单 " + no + " 还剩两天 / Two days left");
    }

    @Test
    @DisplayName(
            "C5: a reminder that counts from the ship date moves with a corrected clearance, though its phase has begun")
    void aReminderMovesWithTheShipDate() {
        models.replace(
                        "order-deadlines",
                        "<rule id=\"rule_paymentWindow\">",
                        ROW.replace("-2", "3").replace("PAYMENT_DUE", "SHIPPED"))
                .replace(
                        "collect-balance",
                        "<bpmn:sequenceFlow id=\"flow_collectAndWatchDateToBalanceOverdue\" ",
                        TIMER.formatted("BUYER")
                                .replace("gateway_depositAndWindow", "gateway_collectAndWatchDate")
                                .replace(
                                        "flow_depositAndWindowToDepositPosted",
                                        "flow_collectAndWatchDateToBalanceOverdue")
                                .replace("{{toPay}} by {{paymentDue}}", "{{orderNo}}")
                                .replace("{{paymentDue}} 前支付 {{toPay}}", "{{orderNo}}"))
                .deploy();
        String no = paid(draft());
        shipped(no, "2015-11-01");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        until("2015-11-03T09:00:00");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-03");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-03");
        until("2015-11-06T23:59:59");
        assertThat(mails(no)).isEmpty();
        until("2015-11-07T00:00:00");
        assertThat(mails(no)).hasSize(1);
    }

    @Test
    @DisplayName(
            "a row that no model asks for is refused when it is deployed: its word is misspelt, or nothing will come of it")
    void aRowThatNobodyAsksForIsRefused() {
        models.replace("order-deadlines", "<rule id=\"rule_paymentWindow\">", ROW);
        assertThatThrownBy(models::deploy).hasStackTraceContaining("Nothing ever asks with SECOND_PAYMENT_REMINDER");
    }
}
