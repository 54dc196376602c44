package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Filling in a form: what was typed is kept and read as meant; refusals and success are said where they belong. */
class TaskFormsBrowserTest extends BrowserTest {

    private static final String REFUND = ".fjs-form [id*='-refund_decideDispute']";
    private static final String REASON = ".fjs-form [id*='-reason_decideDispute']";

    @Autowired
    private TaskService work;

    @ParameterizedTest
    @CsvSource({"zh-CN, 裁定退款, 请填写金额, 已完成", "en-GB, Refund, 'An amount, such as', Done"})
    void anAmountIsReadAsMeantKeptAndTakenWithOneClick(String language, String option, String sentence, String done) {
        String no = waiting(DeskTask.DECIDE_DISPUTE);
        Task task = task(no, DeskTask.DECIDE_DISPUTE.key());
        Page page = browser.open(language, "assurance-desk", TASKLIST);
        open(page, DeskTask.DECIDE_DISPUTE, no, language);
        claim(page);
        DeskTask.Input decision = new DeskTask.Input("decision", "裁定退款 / Refund", DeskTask.Kind.CHOICE);
        fill(page, DeskTask.DECIDE_DISPUTE, decision, language);
        page.fill(REFUND, "one thousand");
        page.fill(REASON, "Half of the lamps are broken");
        page.waitForSelector(".fjs-form-field-error:has-text('" + sentence + "')");
        browser.picture(page, "error-" + language);

        page.click(".nav-tabs a >> nth=1");
        page.waitForSelector(".order");
        page.click(".nav-tabs a >> nth=0");
        page.waitForSelector(REFUND);
        assertThat(page.inputValue(REASON)).isEqualTo("Half of the lamps are broken");
        page.reload();
        page.waitForSelector(REFUND);
        assertThat(page.inputValue(REFUND)).isEqualTo("one thousand");

        page.fill(REFUND, "１,０００.50");
        page.click("button[ng-click='complete()']");
        page.waitForSelector(".desk-notice.alert-success:has-text('" + done + "')");
        browser.picture(page, "done-" + language);
        assertThat(work.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(jdbc.sql("select amount_granted::text from dispute where order_no = :no")
                        .param("no", no)
                        .query(String.class)
                        .single())
                .startsWith("1000.5");
        assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk-draft:')).length"))
                .isEqualTo(0);
        completed(task.getId());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 此任务已由", "en-GB, has taken this task"})
    void whoComesSecondLearnsWhoHasTheTask(String language, String sentence) {
        String no = waiting(DeskTask.DECLARE_SHIPMENT);
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        open(page, DeskTask.DECLARE_SHIPMENT, no, language);
        work.setAssignee(task(no, DeskTask.DECLARE_SHIPMENT.key()).getId(), "admin");
        page.click("[ng-click*='claim']");

        page.waitForSelector(".desk-notice.alert-danger:has-text('" + sentence + "')");
        browser.picture(page, "taken-" + language);
        page.waitForSelector(".task-card :text('Admin')");
        assertThat(page.innerText(".desk-notice")).contains("Admin").doesNotContain("ENGINE", "admin");
        page.click(".task-filter >> nth=0");
        page.waitForSelector(".desk-notice", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        browser.expected("422 POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void anOrdersNumberInTheSearchBoxFindsItsTask(String language) {
        String other = opened(draft().with("/submit", "false"));
        String no = waiting(DeskTask.COMPLETE_DRAFT);
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        page.click(".task-filter:has-text('" + (language.startsWith("zh") ? "待完善草稿" : "Drafts to complete") + "') a");
        page.waitForSelector(".tasks-list .task:has-text('" + other + "')");
        page.fill("[cam-widget-search] .main-field", " " + no);
        page.press("[cam-widget-search] .main-field", "Enter");

        page.waitForSelector(
                ".tasks-list .task:has-text('" + other + "')",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForSelector(".tasks-list .task:has-text('" + no + "')");
        assertThat(page.innerText(".tasks-list")).contains(no).doesNotContain(other);
        assertThat(page.isVisible(".sorting-choice")).isFalse();
        browser.picture(page, "search-" + language);
    }

    @Test
    void aDraftIsShownToNobodyElse() {
        String no = waiting(DeskTask.DECIDE_DISPUTE);
        Page page = browser.open("en-GB", "assurance-desk", TASKLIST);
        open(page, DeskTask.DECIDE_DISPUTE, no, "en");
        claim(page);
        fill(page, DeskTask.DECIDE_DISPUTE, new DeskTask.Input("decision", "驳回 / Dismiss", DeskTask.Kind.CHOICE), "en");
        page.fill(REASON, "Mine alone");
        page.waitForFunction("Object.values(localStorage).some(kept => kept.includes('Mine alone'))");
        page.evaluate(
                "for (const [key, kept] of Object.entries(localStorage)) if (key.startsWith('desk-draft:'))"
                        + " { localStorage.removeItem(key); localStorage.setItem(key.replace('assurance-desk', 'other'), kept); }");
        page.reload();
        page.waitForSelector(".fjs-form .fjs-input-group");

        assertThat(page.locator(REASON).count()).isZero();
    }
}
