package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators meet besides their work: refusals, the tasks of others, the start form, order pages. */
class TasklistBrowserTest extends BrowserTest {

    @Test
    void staffDraftAnOrderAndLearnWhatIsMissing() {
        Page page = browser.open("en-GB", "supplier-desk", TASKLIST);
        fillDraft(page);
        choose(page, "submit", "Submit");
        page.click("button[ng-click='startProcessInstance()']");
        page.waitForSelector(".desk-notice:has-text('Line 1: quantity is missing')");
        assertThat(page.innerText(".desk-notice")).contains("Destination is missing");

        page.click(".modal-footer button:has-text('Close')");
        page.waitForSelector(".modal", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        fillDraft(page);
        choose(page, "submit", "Keep as a draft");
        page.click("button[ng-click='startProcessInstance()']");

        page.waitForSelector("main .told");
        String no = jdbc.sql("""
                        select o.order_no from trade_order o join contract_version c using (order_no)
                         where o.status = 'DRAFT' and c.author = 'supplier-desk' and c.content::text like '%Garden chair%'
                        """).query(String.class).single();
        assertThat(page.innerText("main .told")).contains(no);
        assertThat(page.innerText("main .order")).contains("Garden chair");
        browser.picture(page, "opened");
        browser.expected("422 POST");
    }

    @Test
    void aDeskCannotTouchTheTaskOfAnother() {
        String no = waiting(DeskTask.CONFIRM_AS_BUYER);
        Task task = task(no, DeskTask.CONFIRM_AS_BUYER.key());
        Page page = browser.open("en-GB", "supplier-desk", TASKLIST);
        page.waitForSelector(".task-filter");
        page.click(".task-filter:has-text('All tasks of my desks') a");
        page.waitForSelector("text=No task matching filters found");

        page.navigate(page.url().replaceFirst("#.*", "#/?task=" + task.getId()));
        page.click("[ng-click*='claim']");
        page.waitForSelector(".alert-danger:has-text('Only members of')");
        assertThat(page.isDisabled("button[ng-click='complete()']")).isTrue();
        for (Map.Entry<String, String> call : List.of(
                Map.entry("/claim", "{\"userId\": \"supplier-desk\"}"),
                Map.entry("/assignee", "{\"userId\": \"supplier-desk\"}"),
                Map.entry("/delegate", "{\"userId\": \"supplier-desk\"}"),
                Map.entry("/identity-links", "{\"groupId\": \"supplier-desk\", \"type\": \"candidate\"}"),
                Map.entry("/complete", "{}"),
                Map.entry(
                        "/submit-form",
                        "{\"variables\": {\"decision\": {\"value\": \"confirm\", \"type\": \"String\"}}}"),
                Map.entry("/bpmnError", "{\"errorCode\": \"x\"}"))) {
            assertThat(asTasklist(page, "/task/" + task.getId() + call.getKey(), call.getValue()))
                    .as(call.getKey())
                    .isIn(403, 404, 422);
        }

        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(task(no, DeskTask.CONFIRM_AS_BUYER.key()).getAssignee()).isNull();
        browser.expected("422 POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void noRawKeyShowsWhileTheLabelsAreOnTheirWay(String language) {
        List<Route> held = new ArrayList<>();
        Page page = browser.open(language, "supplier-desk", "/orders/" + waiting(DeskTask.CONFIRM_AS_BUYER));
        page.waitForSelector(".order");
        page.route("**/tasklist/locales/" + language + ".json", held::add);
        page.navigate(page.url().replaceFirst("/orders.*", TASKLIST));
        page.waitForCondition(() -> !held.isEmpty());
        try {
            page.waitForSelector(".task-filter", new Page.WaitForSelectorOptions().setTimeout(4_000));
        } catch (TimeoutError waitsForItsLabels) {
            assertThat(page.locator(".task-filter").count()).isZero();
        }
        assertThat(page.innerText("body")).doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");

        page.unroute("**/tasklist/locales/" + language + ".json");
        held.forEach(Route::resume);
        page.waitForSelector(".task-filter");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 流程图, 以买家身份确认合同", "en-GB, Diagram, Confirm contract as"})
    void theDiagramIsDrawnInTheLanguageOfItsReader(String language, String tab, String name) {
        String no = waiting(DeskTask.CONFIRM_AS_BUYER);
        Page page = browser.open(language, "buyer-desk", TASKLIST);
        open(page, DeskTask.CONFIRM_AS_BUYER, no, language);
        page.click(".nav-tabs a:has-text('" + tab + "')");
        page.waitForSelector(".djs-container:has-text('" + name + "')");
        boolean chinese = page.textContent(".djs-container .viewport").matches("(?s).*\\p{IsHan}.*");
        assertThat(chinese).isEqualTo(language.startsWith("zh"));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 设置跟进日期, 月", "en-GB, Set follow-up date, 20"})
    void aFollowUpDateIsPicked(String language, String set, String shown) {
        String no = waiting(DeskTask.DECLARE_SHIPMENT);
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        open(page, DeskTask.DECLARE_SHIPMENT, no, language);
        page.click("text=" + set);
        assertThat(page.innerText(".uib-daypicker")).contains(shown);
        page.locator("[ng-click^='applyChange']").locator("visible=true").click();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> task(no, DeskTask.DECLARE_SHIPMENT.key()).getFollowUpDate() != null);
    }

    /** A call that Tasklist could make, with its token. */
    private static int asTasklist(Page page, String path, String body) {
        String engine = page.url().replaceFirst("/camunda/.*", "/camunda/api/engine/engine/default");
        String token = page.context().cookies(engine).stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .value;
        APIResponse answer = page.request()
                .post(
                        engine + path,
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
        return answer.status();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 确认, 可用额度仅",
        "en-GB, Confirm, assurance quota",
    })
    void aRefusedDecisionStaysOpenAndSaysWhy(String language, String option, String reason) {
        supplier(supplier, "CN", "100.00", true);
        String no = opened(draft().with("/origin", "BUYER_ORDER").with("/coverage", "POST_DELIVERY"));
        DeskTask work = DeskTask.CONFIRM_AS_SUPPLIER;
        Page page = browser.open(language, work.desk, TASKLIST);
        open(page, work, no, language);
        claim(page);
        fill(page, work, new DeskTask.Input("decision", option + " / " + option, DeskTask.Kind.CHOICE), language);
        page.click("button[ng-click='complete()']");
        page.waitForSelector(".desk-notice:has-text('" + reason + "')");

        assertThat(page.innerText(".desk-notice")).doesNotContain("ENGINE-", "Exception");
        assertThat(task(no, work.key())).isNotNull();
        assertThat(status(no)).isEqualTo("AWAITING_SUPPLIER_CONFIRM");
        browser.expected("422 POST");
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
}
