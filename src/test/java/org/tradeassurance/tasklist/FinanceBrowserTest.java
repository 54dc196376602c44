package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;

/** The finance desk in a real browser: money that nobody has matched, and a refund. */
@EnabledIf("org.tradeassurance.tasklist.DeskBrowser#isThere")
class FinanceBrowserTest extends AcceptanceTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    private DeskBrowser browser;

    @BeforeEach
    void start() {
        browser = new DeskBrowser("http://localhost:" + port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName(
            "PAY-03: a Chinese desk sees the orders that money may be meant for, with the reasons, and chooses one")
    void aChineseDeskMatchesMoney() {
        String no = agreed(draft());
        String reference = unmatched("12000.00", order(no).text("/funds/account"));
        Page page = browser.open("zh-CN", "finance-desk", TASKLIST);

        page.click(".task-filter:has-text('未匹配款项') a");
        page.click(".tasks-list .task:has-text('" + reference + "')");
        page.waitForSelector(".fjs-form td:has-text('金额等于应收预付款')");
        page.waitForTimeout(500);
        assertThat(page.innerText(".fjs-form"))
                .contains(no, "待买家付款", "12,000.00 USD", "买家唯一未完成订单", "付至该订单账户", "无此订单")
                .doesNotContain("deposit owed", "only open order", "Waiting for");
        page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/match-remittance.zh.png")));
        page.click("[ng-click*='claim']");
        choose(page, "decision_matchRemittance", "分配到订单");
        choose(page, "assignTo_matchRemittance", no);
        page.click("button[ng-click='complete()']");

        Awaitility.await().atMost(PATIENCE).until(() -> status(no).equals("AWAITING_SHIPMENT"));
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    @DisplayName("TOL-04: an English desk learns why a refund is not recorded, then records it")
    void anEnglishDeskPaysARefund() {
        String no = agreed(draft());
        remitted(no, "40010.00");
        Page page = browser.open("en-GB", "finance-desk", TASKLIST);

        page.click(".task-filter:has-text('Refunds due') a");
        page.click(".tasks-list .task:has-text('" + no + "')");
        page.waitForSelector(".fjs-form:has-text('more than the order')");
        page.waitForTimeout(500);
        assertThat(page.innerText("body")).contains("10.00 USD").doesNotContainPattern("\\p{IsHan}");
        page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/pay-refund.en.png")));
        page.click("[ng-click*='claim']");
        page.fill(".fjs-form [id$='-payoutReference_payRefund']", "PAY-" + no);
        page.fill(".fjs-form input[id$='paidOn_payRefund'], .fjs-form .flatpickr-input", "12/31/2030");
        page.keyboard().press("Enter");
        page.click("button[ng-click='complete()']");
        page.waitForSelector(".alert-danger:has-text('Paid on must not lie in the future')");
        page.fill(".fjs-form input[id$='paidOn_payRefund'], .fjs-form .flatpickr-input", "11/01/2015");
        page.keyboard().press("Enter");
        page.click("button[ng-click='complete()']");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> order(no).text("/funds/refundDue").equals("0.00"));
        assertThat(platform.get("/orders/" + no + "/funds").text("/refunds/0/payout/paidOn"))
                .isEqualTo("2015-11-01");
    }

    private static void choose(Page page, String field, String label) {
        page.click(".fjs-form-field:has([id$='-" + field + "']) .fjs-input-group");
        page.click(".fjs-dropdownlist-item:has-text('" + label + "')");
    }

    private String unmatched(String amount, String account) {
        String reference = "REF-" + UUID.randomUUID();
        platform.post("/remittances", """
                {"bankReference": "%s", "orderNo": "99999999999999", "account": "%s", "amount": "%s", "currency": "USD", "method": "TT"}
                """.formatted(reference, account, amount));
        return reference;
    }
}
