package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.web.Caller.Answer;

/** What staff submit at the webapps' own interface, without the browser that would check it. */
class SubmittedFormTest extends AcceptanceTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | {"decision": {"value": "confirm", "type": "String"}, "orderNo": {"value": "1", "type": "String"}} | This form has no field orderNo.
            zh-CN | {"decision": {"value": "confirm", "type": "String"}, "amount": {"value": 1, "type": "Long"}} | 此表单没有字段 amount。
            en | {"decision": {"value": "confirmed", "type": "String"}} | Decision must be one of the choices offered
            zh-CN | {"decision": {"value": "confirmed", "type": "String"}} | 决定须从所列选项中选择
            en | {"decision": {"value": 7, "type": "Integer"}} | Decision must be one of the choices offered
            en | {"decision": {"value": "confirm", "type": "String"}, "reason": {"value": "Because", "type": "String"}} | Reason is not asked for with these answers
            en | {"decision": {"value": "cancel", "type": "String"}} | Reason is missing
            zh-CN | {"decision": {"value": "cancel", "type": "String"}, "reason": {"value": " ", "type": "String"}} | 原因缺失
            en | {"decision": {"value": "cancel", "type": "String"}, "reason": {"value": 7, "type": "Integer"}} | Reason must be text
            en | {} | Decision is missing
            """)
    void aTaskTakesOnlyWhatItsFormAsksFor(String language, String variables, String sentence) {
        String no = opened(draft());
        Task task = task(no, "userTask_confirmContractAsBuyer");
        Browser desk = desk("buyer-desk", language);
        desk.json("POST", ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\": \"buyer-desk\"}");

        Answer answer = submit(desk, task, variables);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("message").asText()).contains(sentence);
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(task(no, "userTask_confirmContractAsBuyer")).isNotNull();
    }

    @Test
    @DisplayName("FBK-02: staff pick the stars from the form's choices")
    void aRatingComesAsTheTextThatTheFormOffers() {
        String no = paid(draft());
        until("2015-11-10T09:00:00");
        shipped(no, "2015-11-09");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));
        Task task = task(no, "userTask_leaveFeedback");
        Browser desk = desk("buyer-desk", "en");
        desk.json("POST", ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\": \"buyer-desk\"}");

        assertThat(submit(desk, task, """
                {"text": {"value": "Good lamps", "type": "String"}, "rating": {"value": "4", "type": "String"}}
                """).status()).isEqualTo(204);

        assertThat(jdbc.sql("select rating from feedback where order_no = :no")
                        .param("no", no)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "status": {"value": "COMPLETED", "type": "String"} | This form has no field status.
            "transport": {"value": "ROCKET", "type": "String"} | Transport must be one of the choices offered
            "methods": {"value": "[\\"TT\\",\\"CASH\\"]", "type": "Json"} | Payment methods must be one of the choices offered
            "lines": {"value": "[{\\"product\\":\\"Lamp\\",\\"discount\\":\\"9\\"}]", "type": "Json"} | This form has no field discount.
            "lines": {"value": "[{\\"quantity\\":7}]", "type": "Json"} | Line 1: Quantity must be text
            "agreement": {"value": "yes", "type": "String"} | must be true or false
            "shipDate": {"value": "2015-12-24", "type": "String"} | Ship date is not asked for with these answers
            """)
    void anOrderIsDraftedOnlyByWhatItsFormAsksFor(String variable, String sentence) {
        Answer answer = start(desk("supplier-desk", "en"), ", " + variable);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("message").asText()).contains(sentence);
    }

    @Test
    void anOrderIsDraftedByItsForm() {
        Answer answer = start(desk("supplier-desk", "en"), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(status(answer.json().path("businessKey").asText())).isEqualTo("DRAFT");
    }

    private Browser desk(String name, String language) {
        Browser browser = new Browser(port).language(language).login(name, "sandbox");
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    private static Answer submit(Browser desk, Task task, String variables) {
        return desk.json(
                "POST", ENGINE + "/task/" + task.getId() + "/submit-form", "{\"variables\": " + variables + "}");
    }

    private Answer start(Browser desk, String more) {
        return desk.json("POST", ENGINE + "/process-definition/key/trade-order/submit-form", """
                {"variables": {"supplierId": {"value": "%s", "type": "String"}, "buyerEmail": {"value": "%s", "type": "String"},
                               "submit": {"value": "draft", "type": "String"}%s}}
                """.formatted(supplier, buyer, more));
    }
}
