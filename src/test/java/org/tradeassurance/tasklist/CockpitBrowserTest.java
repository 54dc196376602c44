package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.client.RestClient;
import org.tradeassurance.acceptance.Draft;

/** Analysts in Cockpit and the administrator in Admin, in a real browser, while the engine works. */
@EnabledIf("org.tradeassurance.Chromium#isThere")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@DirtiesContext
class CockpitBrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private DeskBrowser browser;

    @BeforeEach
    void open() {
        browser = new DeskBrowser(base());
    }

    @AfterEach
    void leave() {
        browser.leave();
    }

    @Test
    void aChineseAnalystSeesTheOrdersOnTheDiagram() {
        String no = orderAwaitingTheBuyer();
        Page page = browser.open("zh-CN", "process-analyst", COCKPIT);
        page.waitForSelector(".ctn-main:has-text('运行中的流程实例')");
        shows(page, "[cam-widget-header]", "信用保障订单 · 流程监控", "流程分析");

        page.navigate(base() + COCKPIT + "#/process-definition/" + definition("trade-order") + "/runtime");
        shows(page, ".ctn-main", "定义版本", no, "被调用的流程定义", "作业定义", "业务编号");
        page.waitForSelector(".djs-overlays .instance-count, .djs-overlay .badge");
        shows(page, ".djs-container", "起草订单", "确认订单", "收取预付款", "保障截止时");
        assertThat(page.textContent(".djs-container")).doesNotContain("Draft", "Collect");

        page.navigate(base() + COCKPIT + "#/decision-definition/" + decision("order-deadlines"));
        page.waitForSelector(".dmn-decision-table-container:has-text('命中策略')");
        shows(page, ".ctn-main", "决策实例", "定义版本");

        page.navigate(base() + COCKPIT + "#/tasks");
        page.waitForSelector(".ctn-main:has-text('按组统计的指派') td:text-is('buyer-desk')");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void onlyAnalystsAreLedFromAnOrderToItsDiagram() {
        String no = orderAwaitingTheBuyer();
        Page analyst = browser.open("en-GB", "process-analyst", "/orders/" + no);
        Page diagram = analyst.waitForPopup(() -> analyst.click(".order-head a:has-text('Process in Cockpit')"));
        diagram.waitForSelector(".ctn-main:has-text('" + no + "') .djs-container .badge");

        analyst.navigate(base() + "/camunda/app/tasklist/default/");
        analyst.click(".task-filter:has-text('All open tasks') a");
        analyst.click(".tasks-list .task:has-text('" + no + "')");
        analyst.click(".nav-tabs a:has-text('Order')");
        Page again = analyst.waitForPopup(() -> analyst.click(".order-head a:has-text('Process in Cockpit')"));
        again.waitForSelector(".ctn-main:has-text('" + no + "') .djs-container .badge");

        for (String other : List.of("buyer-desk", "buyer-acme")) {
            Page page = browser.open("en-GB", other, "/orders/" + no);
            page.waitForSelector(".order-head:has-text('" + no + "')");
            assertThat(page.innerText("main")).as(other).doesNotContain("Cockpit");
            assertThat(page.content()).as(other).doesNotContain("process-instance");
        }
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void adminAndWelcomeSpeakBothLanguages() {
        Page admin = browser.open("zh-CN", "admin", "/camunda/app/admin/default/");
        for (List<String> page : List.of(
                List.of("users", "用户列表"),
                List.of("groups", "组列表"),
                List.of("authorization?resource=0", "授权"),
                List.of("system?section=system-settings-general", "流程引擎"))) {
            admin.navigate(base() + "/camunda/app/admin/default/#/" + page.get(0));
            admin.waitForSelector("[ng-view]:has-text('" + page.get(1) + "')");
        }
        admin.navigate(base() + "/camunda/app/admin/default/#/groups");
        admin.waitForSelector("[ng-view] td :text-is('买家服务'), [ng-view] td:text-is('买家服务')");
        admin.navigate(base() + "/camunda/app/welcome/default/");
        admin.waitForSelector("body:has-text('修改密码')");
        Page english = browser.open("en-GB", "admin", "/camunda/app/welcome/default/");
        english.waitForSelector("body:has-text('Change password')");
        english.waitForFunction("!/\\p{Script=Han}/u.test(document.body.innerText)");
        assertThat(browser.complaints).isEmpty();
    }

    /** The parts of an application arrive one after the other. */
    private static void shows(Page page, String where, String... words) {
        for (String word : words) {
            page.waitForSelector(where + ":has-text('" + word + "')");
        }
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String decision(String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String orderAwaitingTheBuyer() {
        String answer = String.valueOf(RestClient.create(base())
                .post()
                .uri("/api/v1/orders")
                .headers(headers -> headers.setBasicAuth("platform", "sandbox"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Draft.of("S-1001", "acme@example.com")
                        .with("/shipping/shipBy", "{\"daysAfterDeposit\":15}")
                        .json())
                .retrieve()
                .body(String.class));
        String no = answer.replaceAll("(?s).*?\"orderNo\":\"(\\d{14})\".*", "$1");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(no, "confirm-order")
                                .count()
                        == 1);
        return no;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
