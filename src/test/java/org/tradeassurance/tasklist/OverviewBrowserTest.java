package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of figures: each leads to the list behind it, nothing is cut off, what cannot be read says so. */
class OverviewBrowserTest extends BrowserTest {

    private void play() {
        agreed(draft());
        paid(draft());
        opened(draft().with("/origin", "INQUIRY"));
        ok(act(paid(draft()), "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"));
        remit("LOST", "79999999999999", "125.50", "TT");
        until("2015-11-16T09:00:00");
    }

    @DisplayName("UI-03: what stands where, in both languages, on a desk's screen, a notebook's and a telephone's")
    @ParameterizedTest
    @CsvSource({
        "en-GB, 1440, 900, Orders overdue, Deposit awaited, Supplier desk",
        "zh-CN, 1440, 900, 逾期订单, 待买家付款, 供应商服务",
        "en-GB, 1280, 720, Orders overdue, Deposit awaited, Supplier desk",
        "zh-CN, 390, 844, 逾期订单, 待买家付款, 供应商服务"
    })
    void theOverviewShowsWhatStandsWhere(
            String language, int width, int height, String tile, String status, String desk) {
        play();
        Page page = browser.open(language, "finance-desk", "/overview", width, height);
        page.waitForSelector(".chart canvas");
        page.waitForSelector(".tasks table");
        browser.picture(page, "overview-%s-%d".formatted(language, width));
        assertThat(page.innerText(".tiles .bad .what")).isEqualTo(tile);
        assertThat(page.innerText(".phases tr:has-text('" + status + "') a")).isEqualTo("1");
        assertThat(page.innerText(".tasks tr:has-text('" + desk + "') .bad")).isNotEqualTo("0");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        if (width == 1440) {
            assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                    .isLessThanOrEqualTo(height);
        }
        assertThat(page.getAttribute(".phases tr:has-text('" + status + "') a", "href"))
                .isEqualTo("/orders?status=AWAITING_DEPOSIT");
        assertThat(page.getAttribute(".due .bad a", "href")).startsWith("/orders?due=PAYMENT&dueBefore=2015-11-16T01");
    }

    @DisplayName("AMB-28: before a supplier closes an unpaid order, the desk sees the money that may be meant for it")
    @ParameterizedTest
    @CsvSource({"en-GB, Money that speaks against closing, same amount", "zh-CN, 关闭前须核对的款项, 金额相符"})
    void anUnpaidOrderShowsWhatSpeaksAgainstClosing(String language, String heading, String reason) {
        String no = agreed(draft());
        remit("LOST", "79999999999999", "12000.00", "TT");
        until("2015-11-16T09:00:00");
        Page page = browser.open(language, "supplier-desk", "/overview");
        page.waitForSelector(".radar table");
        assertThat(page.innerText(".radar tbody tr")).contains(no, "12,000.00 USD", reason);
        page.click(".radar tbody a");
        page.waitForSelector(".next .against");
        browser.picture(page, "against-" + language);
        assertThat(page.innerText(".next .against")).contains(heading, "LOST", reason);
        page = browser.open(language, "buyer-acme", "/orders/" + no);
        page.waitForSelector(".next");
        assertThat(page.locator(".against").count()).isZero();
    }

    @DisplayName("AMB-28: the task to decide on an unpaid order points to that money, and the order beside it names it")
    @ParameterizedTest
    @CsvSource({"en-GB, look at the Order tab, Order", "zh-CN, 请先查看“订单”页签, 订单"})
    void theTaskPointsToTheMoney(String language, String sentence, String tab) {
        remit("LOST", "79999999999999", "12000.00", "TT");
        String no = waiting(DeskTask.DECIDE_ON_UNPAID_ORDER);
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        open(page, DeskTask.DECIDE_ON_UNPAID_ORDER, no, language);
        assertThat(page.innerText(".fjs-form")).contains(sentence);
        page.click(".nav-tabs a:has-text('" + tab + "')");
        page.waitForSelector(".next .against");
        assertThat(page.innerText(".next .against")).contains("LOST");
    }

    @Test
    void whatCannotBeReadSaysSo() {
        Page page = browser.open("en-GB", "finance-desk", "/orders");
        page.route("**/overview/trend", Route::abort);
        page.navigate(page.url().replace("/orders", "/overview"));
        page.waitForSelector(".tasks table");
        assertThat(page.innerText(".trend .content")).contains("could not be loaded");
        browser.complaints.removeIf(complaint -> complaint.endsWith("/overview/trend"));
    }
}
