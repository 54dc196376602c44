package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A queue worked through in Tasklist: where it begins, what is urgent, on to the next, over to a colleague, back. */
class QueueWorkBrowserTest extends BrowserTest {

    private List<String> receipts(int many) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            orders.add(waiting(DeskTask.CONFIRM_RECEIPT));
        }
        return orders;
    }

    private String taskOf(String no) {
        return task(no, "userTask_confirmReceipt").getId();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 已逾期, ≥ 10, 任务表", "en-GB, Overdue, ≥ 10, Task table"})
    void theFirstQueueWithWorkIsOpen_andWhatIsOverSaysSo(String language, String queue, String priority, String table) {
        opened(draft().with("/submit", "false"));
        at("2015-11-04T12:00:00");
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        page.waitForSelector(".task-filter.active:has-text('" + queue + "')");
        page.waitForSelector(".tasks-list li.task.late");
        page.waitForSelector(".tasks-list .priority:has-text('" + priority + "')");
        browser.picture(page, "tasklist-begin-" + language);
        page.click(".desk-table-link a");
        page.waitForSelector(".tasks tbody tr.late");
        assertThat(page.innerText(".top nav a[aria-current]")).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440, 900", "en-GB, 1280, 720"})
    void afterATaskTheNextOfTheTableOpens_afterTheLastTheTable(String language, int width, int height) {
        List<String> orders = receipts(2);
        List<String> open = orders.stream().map(this::taskOf).toList();
        Page page = browser.open(language, "buyer-desk", "/tasks?queue=receipts&sort=order", width, height);
        page.waitForSelector("tr[data-task='" + open.get(0) + "']");
        page.focus("tr[data-task='" + open.get(0) + "']");
        page.keyboard().press("Enter");
        page.waitForSelector(".desk-way");
        page.waitForSelector(".fjs-form");
        browser.picture(page, "tasklist-way-" + language);
        claim(page);
        complete(page, open.get(0));
        page.waitForURL(url -> url.contains("task=" + open.get(1)));
        page.waitForSelector(".desk-way:has-text('2 / 2')");
        page.waitForSelector(".fjs-form");
        claim(page);
        completed(open.get(1));
        page.click("button[ng-click='complete()']");
        page.waitForURL(url -> url.contains("/tasks?queue=receipts"));
        page.waitForSelector("tr.empty");
        orders.forEach(no -> assertThat(status(no)).isEqualTo("COMPLETED"));
    }

    @Test
    void backToATaskThatIsDoneIsBackToTheQueue() {
        String no = receipts(1).get(0);
        String id = taskOf(no);
        Page page = browser.open("en-GB", "buyer-desk", TASKLIST);
        open(page, DeskTask.CONFIRM_RECEIPT, no, "en");
        claim(page);
        complete(page, id);
        page.waitForURL(url -> !url.contains("task=" + id));
        page.goBack();
        page.waitForSelector(".desk-notice.alert-success:has-text('That task is done.')");
        assertThat(page.url()).doesNotContain("task=" + id);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en-GB"})
    void aTaskIsHandedToAColleagueByName(String language) {
        String no = receipts(1).get(0);
        String id = taskOf(no);
        Page page = browser.open(language, "buyer-desk", TASKLIST);
        open(page, DeskTask.CONFIRM_RECEIPT, no, language);
        page.waitForSelector(
                ".hand-over option[value='buyer-desk-lead']",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.locator(".hand-over option[value='supplier-desk']").count())
                .isZero();
        page.selectOption(".hand-over select", "buyer-desk-lead");
        Awaitility.await()
                .until(() -> "buyer-desk-lead"
                        .equals(tasks.createTaskQuery()
                                .taskId(id)
                                .singleResult()
                                .getAssignee()));
        page.waitForSelector(
                language.startsWith("zh") ? ".assignee:has-text('买家服务组长')" : ".assignee:has-text('Buyer desk lead')");
        browser.picture(page, "tasklist-hand-over-" + language);
        page.selectOption(".hand-over select", "buyer-desk");
        page.waitForSelector(".desk-notice.alert-danger");
        assertThat(page.innerText(".desk-notice.alert-danger")).containsAnyOf("has this task", "认领");
        browser.expected("422 POST");
    }
}
