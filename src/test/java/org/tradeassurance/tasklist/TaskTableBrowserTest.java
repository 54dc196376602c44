package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A queue as a table in a real browser: seen, sorted, worked through by mouse and by keyboard alone, and in bulk. */
class TaskTableBrowserTest extends BrowserTest {

    private List<String> drafts(int many) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            at("2015-11-0" + (1 + i % 3) + "T09:00:00");
            orders.add(opened(draft().with("/submit", "false").amounts((2000 + 100 * (i % 9)) + ".00", "1000.00")));
        }
        at("2015-11-04T12:00:00");
        return orders;
    }

    private static void ready(Page page, int rows) {
        page.waitForFunction("rows => document.querySelectorAll('.tasks tbody tr[data-task]').length === rows", rows);
    }

    private static Locator rows(Page page) {
        return page.locator(".tasks tbody tr[data-task]");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440, 900, 20", "en-GB, 1440, 900, 20", "zh-CN, 1280, 720, 14", "en-GB, 1280, 720, 14"})
    void manyRowsFitOnOneScreen(String language, int width, int height, int rows) {
        drafts(24);
        Page page = browser.open(language, "supplier-desk", "/tasks?queue=drafts", width, height);
        ready(page, 24);
        Object seen = page.evaluate("""
                () => {
                  const bottom = document.querySelector('.sheet').getBoundingClientRect().bottom;
                  return [...document.querySelectorAll('.tasks tbody tr')].filter(row => row.getBoundingClientRect().bottom <= bottom + 1).length;
                }""");
        browser.picture(page, "tasks-" + language + "-" + width);
        assertThat(((Number) seen).intValue()).isGreaterThanOrEqualTo(rows);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollHeight <= innerHeight + 1"))
                .isTrue();
    }

    @Test
    void theFirstQueueWithWorkIsOpen_andSortedByAClickOnItsHeads() {
        List<String> orders = drafts(4);
        Page page = browser.open("en-GB", "supplier-desk", "/tasks");
        page.waitForSelector(".tasks tbody tr.late");
        assertThat(page.locator("#queue option:checked").innerText()).startsWith("Overdue (");
        page.selectOption("#queue", "drafts");
        ready(page, 4);
        page.click("th[data-column=order] button");
        page.waitForSelector("th[data-column=order][aria-sort=ascending]");
        assertThat(page.locator(".tasks td.order").allInnerTexts()).containsExactlyElementsOf(orders);
        page.click("th[data-column=order] button");
        page.waitForSelector("th[data-column=order][aria-sort=descending]");
        assertThat(page.locator(".tasks td.order").first().innerText()).isEqualTo(orders.get(3));
        assertThat(page.url()).endsWith("?queue=drafts&sort=-order");
        page.fill("main input[type=search]", orders.get(1).substring(6));
        ready(page, 1);
        assertThat(rows(page).first().getAttribute("class")).contains("late");
        assertThat(page.innerText(".tasks td.due")).contains("overdue");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440, 900", "en-GB, 1280, 720"})
    void byKeyboardAlone_aTaskIsClaimedAndOpened(String language, int width, int height) {
        List<String> orders = drafts(3);
        Page page = browser.open(language, "supplier-desk", "/tasks?queue=drafts&sort=order", width, height);
        ready(page, 3);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("c");
        String second = task(orders.get(1), "userTask_completeDraft").getId();
        Awaitility.await()
                .until(() ->
                        tasks.createTaskQuery().taskAssignee("supplier-desk").count() == 1);
        assertThat(tasks.createTaskQuery().taskId(second).singleResult().getAssignee())
                .isEqualTo("supplier-desk");
        page.waitForSelector("tr[data-task='" + second + "'] .chip.strong");
        page.keyboard().press("Enter");
        page.waitForSelector(".fjs-form .fjs-form-field-text");
        assertThat(page.url()).contains("task=" + second);
    }

    @Test
    void selectedByShift_claimedTogether() {
        drafts(6);
        Page page = browser.open("en-GB", "supplier-desk", "/tasks?queue=drafts&sort=order");
        ready(page, 6);
        rows(page).nth(1).locator(".age").click();
        page.keyboard().down("Shift");
        rows(page).nth(4).locator(".age").click();
        page.keyboard().up("Shift");
        assertThat(page.locator("tr[aria-selected=true]").count()).isEqualTo(4);
        page.click(".doing button:has-text('Claim')");
        page.waitForSelector("[role=status]:has-text('4 done')");
        assertThat(tasks.createTaskQuery().taskAssignee("supplier-desk").count())
                .isEqualTo(4);
    }

    /** Goods that have come: the buyer's desk has a receipt to confirm. */
    private List<String> receipts(int many) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            orders.add(waiting(DeskTask.CONFIRM_RECEIPT));
        }
        return orders;
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440, 900", "en-GB, 1280, 720"})
    void receiptsAreConfirmedTogether_whatFailsStaysSelectedWithItsReason(String language, int width, int height) {
        List<String> orders = receipts(5);
        String taken = task(orders.get(2), "userTask_confirmReceipt").getId();
        tasks.setAssignee(taken, "buyer-desk-lead");
        Page page = browser.open(language, "buyer-desk", "/tasks?queue=receipts", width, height);
        ready(page, 5);
        page.focus(".tasks tbody tr[tabindex='0']");
        page.keyboard().press("Control+a");
        page.keyboard().press("d");
        page.waitForSelector("dialog.ask");
        browser.picture(page, "tasks-complete-" + language);
        page.keyboard().press("Enter");
        page.waitForSelector("tr.reason");
        ready(page, 1);
        browser.picture(page, "tasks-failed-" + language);
        assertThat(rows(page).first().getAttribute("data-task")).isEqualTo(taken);
        assertThat(rows(page).first().getAttribute("aria-selected")).isEqualTo("true");
        assertThat(page.innerText("tr.reason")).containsAnyOf("holds this task", "处理");
        assertThat(orders.stream().filter(no -> status(no).equals("COMPLETED"))).hasSize(4);
        assertThat(status(orders.get(2))).isNotEqualTo("COMPLETED");
    }

    @Test
    void aColleagueIsHandedTasksByName() {
        List<String> orders = drafts(3);
        Page page = browser.open("en-GB", "supplier-desk", "/tasks?queue=drafts");
        ready(page, 3);
        page.click("thead input");
        page.click(".doing button:has-text('Hand over')");
        page.selectOption("dialog select", "supplier-desk-lead");
        browser.picture(page, "tasks-hand-over");
        page.click("dialog .go");
        page.waitForSelector("[role=status]:has-text('3 done')");
        orders.forEach(no ->
                assertThat(task(no, "userTask_completeDraft").getAssignee()).isEqualTo("supplier-desk-lead"));
        page.click(".tools button:has-text('Team')");
        page.waitForSelector(".team table");
        browser.picture(page, "tasks-team");
        assertThat(page.innerText(".team")).contains("Supplier desk lead");
    }

    @Test
    void theNextOneIsTheMostUrgentThatNobodyHas() {
        List<String> orders = drafts(3);
        Page page = browser.open("en-GB", "supplier-desk", "/tasks?queue=drafts&sort=due");
        ready(page, 3);
        tasks.setAssignee(task(orders.get(0), "userTask_completeDraft").getId(), "supplier-desk-lead");
        page.click("button:has-text('Claim next')");
        page.waitForSelector("[role=status]:has-text('You have " + orders.get(1) + "')");
        assertThat(task(orders.get(1), "userTask_completeDraft").getAssignee()).isEqualTo("supplier-desk");
    }
}
