package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Operators at work in a real browser. */
@EnabledIf("org.tradeassurance.tasklist.DeskBrowser#isThere")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
class TasklistBrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String ORDER = """
            {"origin": "SUPPLIER_DRAFT", "supplierId": "S-1001",
             "buyer": {"email": "acme@example.com", "country": "GB", "accountType": "OVERSEAS_FREE", "name": "Acme Ltd"},
             "lines": [{"productId": "P-100", "product": "Desk light", "category": "LIGHTING", "quantity": "10", "unit": "Set", "unitPrice": "80.00"}],
             "shipping": {"transport": "SEA", "tradeTerm": "FOB", "destination": "GB", "freight": "0.00", "insurance": "0.00",
                          "shipBy": {"daysAfterDeposit": 15}},
             "payment": {"methods": ["TT"], "deposit": "240.00", "adjustment": "0.00"}, "coverage": "POST_DELIVERY",
             "acknowledged": {"serviceAgreement": true, "exportService": true}}
            """;

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private DeskBrowser browser;

    @BeforeEach
    void open() {
        browser = new DeskBrowser(base());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aChineseDeskConfirmsAContractByClicking() {
        String no = orderAwaitingTheBuyer();
        Page page = browser.open("zh-CN", "buyer-desk", TASKLIST);

        page.click(".task-filter:has-text('待买家确认') a");
        page.click(".tasks-list .task:has-text('" + no + "')");
        assertThat(page.innerText(".tasks-list .task:has-text('" + no + "')"))
                .contains("以买家身份确认合同", "金额", "800.00 USD");
        page.click(".nav-tabs a:has-text('订单')");
        page.waitForSelector(".order:has-text('待买家确认订单')");
        page.click(".nav-tabs a:has-text('表单')");
        page.click("[ng-click*='claim']");
        page.click(".fjs-input-group");
        page.click(".fjs-dropdownlist-item:has-text('确认')");
        page.click("button[ng-click='complete()']");

        await(no, "AWAITING_DEPOSIT");
        assertThat(record(no)).contains("buyer-desk contract-confirmed");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void anEnglishDeskSeesNoChinese() {
        String no = orderAwaitingTheBuyer();
        Page page = browser.open("en-GB", "buyer-desk", TASKLIST);

        page.click(".task-filter:has-text('Contracts to confirm') a");
        page.click(".tasks-list .task:has-text('" + no + "')");
        page.waitForSelector(".fjs-form:has-text('Decide whether the buyer confirms')");
        page.waitForTimeout(500);

        assertThat(page.innerText("body")).doesNotContainPattern("\\p{IsHan}");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void staffDraftAnOrderAndLearnWhatIsMissing() {
        Page page = browser.open("en-GB", "supplier-desk", TASKLIST);
        fillDraft(page);
        choose(page, "submit", "Submit");
        page.click("button[ng-click='startProcessInstance()']");
        page.waitForSelector(".alert-danger:has-text('Line 1: quantity is missing')");
        assertThat(page.innerText(".alert-danger")).contains("Destination is missing");

        page.click(".modal-footer button:has-text('Close')");
        page.waitForSelector(".modal", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        fillDraft(page);
        choose(page, "submit", "Keep as a draft");
        page.click("button[ng-click='startProcessInstance()']");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                        select count(*) from trade_order o join contract_version c using (order_no)
                         where o.status = 'DRAFT' and c.author = 'supplier-desk' and c.content::text like '%Garden chair%'
                        """).query(Integer.class).single() == 1);
        assertThat(browser.complaints)
                .as("only the refused start")
                .singleElement()
                .asString()
                .startsWith("422 POST");
    }

    @Test
    void aDeskCannotTouchTheTaskOfAnother() {
        String no = orderAwaitingTheBuyer();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_confirmContractAsBuyer")
                .singleResult()
                .getId();
        Page page = browser.open("en-GB", "supplier-desk", TASKLIST);
        page.waitForSelector(".task-filter");
        String engine = base() + "/camunda/api/engine/engine/default";

        for (Map.Entry<String, String> call : List.of(
                Map.entry("/claim", "{\"userId\": \"supplier-desk\"}"),
                Map.entry("/assignee", "{\"userId\": \"supplier-desk\"}"),
                Map.entry("/complete", "{}"),
                Map.entry(
                        "/submit-form",
                        "{\"variables\": {\"decision\": {\"value\": \"confirm\", \"type\": \"String\"}}}"),
                Map.entry("/bpmnError", "{\"errorCode\": \"x\"}"))) {
            String token = page.context().cookies(engine).stream()
                    .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                    .findFirst()
                    .orElseThrow()
                    .value;
            APIResponse answer = page.request()
                    .post(
                            engine + "/task/" + task + call.getKey(),
                            RequestOptions.create()
                                    .setHeader("X-XSRF-TOKEN", token)
                                    .setHeader("Content-Type", "application/json")
                                    .setData(call.getValue()));
            assertThat(answer.status()).as(call.getKey()).isIn(403, 404, 422);
        }

        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aBuyersAccountReadsItsOrderPageAndNoOther() {
        String no = orderAwaitingTheBuyer();
        Page page = browser.open("zh-CN", "buyer-acme", "/orders/" + no);
        page.waitForSelector(".order h2:has-text('" + no + "')");
        page.click(".tabs button:has-text('操作记录')");
        assertThat(page.innerText(".pane")).contains("提交订单");
        assertThat(browser.complaints).isEmpty();

        Page foreign = browser.open("en-GB", "buyer-globex", "/orders/" + no);
        foreign.waitForSelector("main:has-text('There is no such order')");
    }

    private static void fillDraft(Page page) {
        page.click(".start-process-action a, a:has-text('Start process')");
        page.click(".modal-body a:has-text('Trade order')");
        page.fill(".fjs-form [id$='-supplierId_openOrder']", "S-1001");
        page.fill(".fjs-form [id$='-buyerEmail_openOrder']", "acme@example.com");
        page.fill(".fjs-form [id$='-product_openOrder_0']", "Garden chair");
    }

    private static void choose(Page page, String field, String label) {
        page.click(".fjs-form-field:has(input[id$='-" + field + "_openOrder']) .fjs-input-group");
        page.click(".fjs-dropdownlist-item:has-text('" + label + "')");
    }

    private String orderAwaitingTheBuyer() {
        String answer = String.valueOf(RestClient.create(base())
                .post()
                .uri("/api/v1/orders")
                .headers(headers -> headers.setBasicAuth("platform", "sandbox"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ORDER)
                .retrieve()
                .body(String.class));
        String no = answer.replaceAll("(?s).*?\"orderNo\":\"(\\d{14})\".*", "$1");
        await(no, "AWAITING_BUYER_CONFIRM");
        return no;
    }

    private void await(String no, String status) {
        Awaitility.await().atMost(PATIENCE).until(() -> status(no).equals(status));
    }

    private String status(String no) {
        return jdbc.sql("select status from trade_order where order_no = :no")
                .param("no", no)
                .query(String.class)
                .single();
    }

    private List<String> record(String no) {
        return jdbc.sql("select actor || ' ' || action from operation_record where order_no = :no")
                .param("no", no)
                .query(String.class)
                .list();
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
