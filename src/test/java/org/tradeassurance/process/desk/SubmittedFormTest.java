package org.tradeassurance.process.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tradeassurance.Caller;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.TradeOrderModel;

/** What staff submit past the browser that would check it, as the webapps' interface hands it to the engine. */
class SubmittedFormTest extends AcceptanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MessageSource messages;

    @AfterEach
    void logOut() {
        identities.clearAuthentication();
        RequestContextHolder.resetRequestAttributes();
    }

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
    void aTaskTakesOnlyWhatItsFormAsksFor(String language, String variables, String sentence) throws Exception {
        String no = opened(draft());
        Task task = task(no, "userTask_confirmContractAsBuyer");

        assertThat(submitted(language, task, variables)).contains(sentence);
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(task(no, "userTask_confirmContractAsBuyer")).isNotNull();
    }

    @Test
    @DisplayName("FBK-02: staff pick the stars from the form's choices")
    void aRatingComesAsTheTextThatTheFormOffers() throws Exception {
        String no = paid(draft());
        until("2015-11-10T09:00:00");
        shipped(no, "2015-11-09");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));

        assertThat(submitted("en", task(no, "userTask_leaveFeedback"), """
                {"text": {"value": "Good lamps", "type": "String"}, "rating": {"value": "4", "type": "String"}}
                """)).isEmpty();

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
    void anOrderIsDraftedOnlyByWhatItsFormAsksFor(String variable, String sentence) throws Exception {
        assertThat(started(", " + variable)).contains(sentence);
    }

    @Test
    void anOrderIsDraftedByItsForm() throws Exception {
        assertThat(started("")).isEmpty();
        assertThat(jdbc.sql("select status from trade_order where buyer_email = :buyer")
                        .param("buyer", buyer)
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT");
    }

    private String submitted(String language, Task task, String variables) throws Exception {
        return answer("buyer-desk", language, () -> {
            tasks.claim(task.getId(), "buyer-desk");
            forms.submitTaskForm(task.getId(), variables(variables));
        });
    }

    private String started(String more) throws Exception {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TradeOrderModel.PROCESS_TRADE_ORDER)
                .latestVersion()
                .singleResult()
                .getId();
        return answer(
                "supplier-desk",
                "en",
                () -> forms.submitStartForm(definition, variables("""
                {"supplierId": {"value": "%s", "type": "String"}, "buyerEmail": {"value": "%s", "type": "String"},
                 "submit": {"value": "draft", "type": "String"}%s}
                """.formatted(supplier, buyer, more))));
    }

    /** The message of the refusal as the desk reads it; empty if there was none. */
    private String answer(String desk, String language, Runnable call) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/camunda/api/engine");
        request.addPreferredLocale(Locale.forLanguageTag(language));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        identities.setAuthentication(desk, List.of(desk));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RefusalFilter(messages, JSON).doFilter(request, response, (asked, answer) -> {
            try {
                Caller.as(new Account(desk, Account.Role.STAFF, null, null), call);
            } catch (Refusal e) {
                ((HttpServletResponse) answer).setStatus(500);
            }
        });
        assertThat(response.getStatus()).isIn(200, 422);
        return response.getContentAsString();
    }

    private VariableMap variables(String json) {
        try {
            Map<String, VariableValueDto> variables = JSON.readValue(json, new TypeReference<>() {});
            return VariableValueDto.toMap(variables, engine, JSON);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
