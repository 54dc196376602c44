package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.process.EngineJobs;

/** A desk's times go by the application's clock, which stands in 2015 here; a mail about what is overdue leads to the task. */
class TimesBrowserTest extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("/tasks/([0-9a-f-]+)\n");

    /** The page asks for the application's time so often, in milliseconds. */
    private static final long ASKED_EVERY = 20_000;

    @Autowired
    private EngineJobs jobs;

    @ParameterizedTest
    @CsvSource({"zh-CN, 11 天后, 年前", "en-GB, in 11 days, years ago"})
    void aTaskIsAsLateAsTheApplicationSays(String language, String left, String wrong) {
        String no = waiting(DeskTask.DECLARE_SHIPMENT);
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        page.clock().install();
        page.reload();
        open(page, DeskTask.DECLARE_SHIPMENT, no, language);
        page.waitForSelector(".tasks-list .due-date:has-text('" + left + "')");
        page.waitForSelector("[cam-tasklist-task-meta] .due-date:has-text('" + left + "')");
        browser.picture(page, "times-" + language);
        assertThat(page.innerText("body")).doesNotContain(wrong);
        page.waitForFunction("() => document.querySelectorAll('.overdue').length === 0");
        assertThat(page.locator("[cam-tasklist-task-meta] .due-date").getAttribute("inert"))
                .as("no date picker")
                .isNotNull();
        assertThat(page.locator(".reset-due-date:visible, .form-actions button:visible")
                        .count())
                .as("Complete, and neither Save nor a way to drop the date")
                .isEqualTo(1);

        until("2015-11-13T09:00:00");
        page.clock().fastForward(ASKED_EVERY);
        page.waitForSelector(".tasks-list .due-date.overdue");
        page.waitForSelector("[cam-tasklist-task-meta] .due-date.overdue");
        browser.picture(page, "times-overdue-" + language);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 设置跟进日期", "en-GB, Set follow-up date"})
    void aCalendarOpensAtToday(String language, String followUp) {
        String refund = waiting(DeskTask.PAY_REFUND);
        Page page = browser.open(language, "finance-desk", TASKLIST);
        open(page, DeskTask.PAY_REFUND, refund, language);
        claim(page);
        page.click(".fjs-form .flatpickr-input");
        assertThat(page.inputValue(".flatpickr-calendar .cur-year")).isEqualTo("2015");
        browser.picture(page, "calendar-" + language);
        page.keyboard().press("Escape");

        page.click("text=" + followUp);
        assertThat(page.innerText(".uib-daypicker")).contains("2015");
        browser.picture(page, "follow-up-" + language);
    }

    @Test
    void theMailAboutAnOverdueTaskLeadsToIt() {
        jobs.redateSharedJobs();
        String no = waiting(DeskTask.CONFIRM_AS_BUYER);
        Task task = task(no, DeskTask.CONFIRM_AS_BUYER.key());
        until("2015-11-04T08:00:00");
        String mail = jdbc.sql(
                        "select about from outbox_mail where template = 'tasks-overdue' and about like '%' || :no || '%'")
                .param("no", no)
                .query(String.class)
                .single();
        Matcher link = LINK.matcher(mail + "\n");
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(task.getId());

        Page page = browser.open("en-GB", "buyer-desk-lead", "/tasks/" + task.getId());
        page.waitForSelector(".fjs-form:has-text('" + no + "')");
        browser.picture(page, "mail-to-task");

        ok(act(no, "confirmations", "{\"party\": \"BUYER\", \"contractVersion\": 1}"));
        completed(task.getId());
        page.navigate(page.url().replaceFirst("/camunda/.*", "/tasks/" + task.getId()));
        page.waitForSelector(".task-filter");
        assertThat(page.url()).doesNotContain(task.getId());
    }
}
