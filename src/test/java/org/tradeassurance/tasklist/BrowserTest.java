package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.Draft;

/** Staff at work in a real browser. No page may log an error, fail a request or ask another host, unless the test expects it. */
@EnabledIf("org.tradeassurance.Chromium#isThere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest extends AcceptanceTest {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** An account of the sandbox, who buys in these tests. */
    private static final String BUYER = "acme@example.com";

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    DeskBrowser browser;

    private final Set<String> completed = new HashSet<>();

    @BeforeAll
    void openBrowser() {
        browser = new DeskBrowser("http://localhost:" + port);
    }

    /** Other tests share the application: they find no orders of these, and jobs that are due by the system's time. */
    @AfterAll
    void putBack() {
        ok(platform.post("/sandbox/reset", "{}"));
    }

    /** Nothing of an earlier test waits in a queue. */
    @BeforeEach
    void begin() {
        browser.complaints.clear();
        ok(platform.post("/sandbox/reset", "{\"now\": \"2015-11-01T01:00:00Z\", \"running\": false}"));
        supplier(supplier, "CN", "9000000.00", true);
    }

    @AfterEach
    void nothingToComplainAbout() {
        browser.leave();
        browser.complaints.removeIf(this::isRefreshOfCompleted);
        assertThat(browser.complaints).isEmpty();
    }

    /**
     * Tasklist may ask once more for the task that is just being completed: it is gone (404), or goes between the engine's reading of the task
     * and of its identity links (500).
     */
    private boolean isRefreshOfCompleted(String complaint) {
        return (complaint.startsWith("404 GET") || complaint.startsWith("500 GET"))
                && completed.stream().anyMatch(task -> complaint.endsWith("/default/task/" + task));
    }

    @Override
    protected Draft draft() {
        return Draft.of(supplier, BUYER);
    }

    /** Brings about the task by REST; answers what its card shows: the order's number or another reference. */
    String waiting(DeskTask task) {
        at("2015-11-01T09:00:00");
        return switch (task) {
            case COMPLETE_DRAFT -> opened(draft().with("/submit", "false"));
            case SETTLE_EXPORT_SERVICE -> opened(draft().with("/lines/0/category", "EXPORT_REFUSED"));
            case CONFIRM_AS_BUYER -> opened(draft());
            case CONFIRM_AS_SUPPLIER -> opened(draft().with("/origin", "BUYER_ORDER"));
            case DECIDE_ON_CANCELLATION ->
                after(agreed(draft()), "cancellations", "{\"party\": \"BUYER\", \"reason\": \"Found another\"}");
            case ACCEPT_SHORT_DEPOSIT -> posted(agreed(draft()), "11500.00");
            case DECIDE_ON_UNPAID_ORDER -> later(agreed(draft()), "2015-11-16T09:00:00");
            case DECLARE_SHIPMENT -> paid(draft());
            case CHASE_LATE_SHIPMENT -> later(paid(draft()), "2015-11-12T00:00:00");
            case ACCEPT_SHORT_BALANCE -> shipped(posted(paid(draft()), "27800.00"));
            case CHASE_DEPOSIT -> later(posted(agreed(draft()), "6000.00"), "2015-11-11T09:00:00");
            case CHASE_BALANCE -> later(shipped(paid(draft())), "2015-12-17T00:00:00");
            case CONFIRM_RECEIPT -> shipped(posted(paid(draft()), "28000.00"));
            case CONFIRM_MODIFICATION -> modified(paid(draft()));
            case LEAVE_FEEDBACK -> received();
            case REPLY_TO_FEEDBACK -> after(received(), "feedback", "{\"text\": \"Fine lamps\", \"rating\": 5}");
            case PROVE_CLEARANCE -> paid(draft().with("/lines/0/category", "SELF_DECLARED"));
            case MATCH_REMITTANCE -> lostMoney();
            case PAY_REFUND -> surplus(agreed(draft()));
            case TRACE_CLEARANCE -> unknownClearance();
            case DECIDE_DISPUTE ->
                after(
                        paid(draft()),
                        "disputes",
                        "{\"party\": \"BUYER\", \"kind\": \"REFUND\", \"reason\": \"Wrong colour\"}");
            case JUDGE_COMPLAINT -> complaint(paid(draft()));
        };
    }

    private String after(String no, String action, String body) {
        ok(act(no, action, body));
        return no;
    }

    private String posted(String no, String amount) {
        remitted(no, amount);
        return no;
    }

    private String later(String no, String local) {
        until(local);
        return no;
    }

    private String shipped(String no) {
        shipped(no, "2015-11-01");
        return no;
    }

    private String received() {
        return after(shipped(posted(paid(draft()), "28000.00")), "goods-receipt", "{}");
    }

    private String modified(String no) {
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().amounts("41000.00", "12000.00")
                        .with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}")
                        .contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        return no;
    }

    private String lostMoney() {
        remit("BANK-LOST", "70058590568114", "500.00", "TT");
        return "BANK-LOST";
    }

    private String surplus(String no) {
        posted(no, "40000.50");
        return jdbc.sql("select refund_no from refund where order_no = :no")
                .param("no", no)
                .query(String.class)
                .single();
    }

    private String unknownClearance() {
        cleared("EO-UNKNOWN", "2015-11-01");
        return "EO-UNKNOWN";
    }

    private String complaint(String no) {
        return as("buyer-acme").post("/complaints", """
                        {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Refuses to ship"}
                        """.formatted(supplier, no)).text("/complaintId");
    }

    /** An order with a modified contract, more money than it costs, and two export orders. */
    String eventful() {
        Draft draft = Draft.of("S-1001", BUYER)
                .with("/coverage", "POST_DELIVERY")
                .with("/shipping/shipBy", "{\"daysAfterDeposit\": 15}");
        String no = paid(draft);
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft.amounts("41000.00", "12000.00")
                        .with("/payment/methods", "[\"TT\", \"CREDIT_CARD\"]")
                        .contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        confirmed(no, "BUYER", 2);
        posted(no, "30000.00");
        assertThat(act(no, "export-orders", "{\"port\": \"NINGBO\", \"destination\": \"GB\"}")
                        .status())
                .isEqualTo(201);
        return no;
    }

    /** Opens a task in its queue. */
    void open(Page page, DeskTask task, String card, String language) {
        page.click(".task-filter:has-text('" + DeskTask.half(task.queue, language) + "') a");
        page.click(".tasks-list .task:has-text('" + card + "')");
        page.waitForSelector(".fjs-form .fjs-form-field-text");
    }

    void claim(Page page) {
        page.click("[ng-click*='claim']");
        page.waitForSelector("[ng-click*='unclaim'], [ng-click*='resetAssignee']");
    }

    void fill(Page page, DeskTask task, DeskTask.Input input, String language) {
        String field = "[id*='-" + input.field() + "_" + task.element + "']";
        switch (input.kind()) {
            case TEXT -> page.fill(".fjs-form " + field, input.value());
            case CHOICE -> {
                page.click(".fjs-form-field:has(" + field + ") .fjs-input-group");
                page.click(".fjs-dropdownlist-item:text-is('" + DeskTask.half(input.value(), language) + "')");
            }
            case DATE -> {
                page.fill(
                        ".fjs-form " + field,
                        DateTimeFormatter.ofPattern(language.startsWith("zh") ? "yyyy/M/d" : "d/M/yyyy")
                                .format(LocalDate.parse(input.value())));
                page.press(".fjs-form " + field, "Enter");
            }
        }
    }

    /** Says that a task is done, however that came about. */
    void completed(String taskId) {
        completed.add(taskId);
    }

    /** Completes the open task and waits until it has gone from the engine. */
    void complete(Page page, String taskId) {
        completed(taskId);
        page.click("button[ng-click='complete()']");
        Awaitility.await().until(() -> tasks.createTaskQuery().taskId(taskId).count() == 0);
        page.waitForSelector(".fjs-form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
}
