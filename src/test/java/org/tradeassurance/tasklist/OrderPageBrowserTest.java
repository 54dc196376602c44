package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.Redeployment;

/** What an order's page says besides its facts: what comes next and until when, how to pay, what the parties argued about and said. */
class OrderPageBrowserTest extends BrowserTest {

    private static final long HOUR = 3_600_000;

    @Autowired
    RepositoryService repository;

    @Test
    void aStandingClockCountsNothingDownAndARunningOneEverySecond() {
        String no = agreed(draft());
        Page page = opened("en-GB", "buyer-acme", no);
        assertThat(page.innerText(".order .next"))
                .contains("The deposit of 12,000.00 USD must have arrived by 16 Nov 2015, 09:00")
                .contains("15 d 00 h 00 min 00 s left")
                .contains("Open to you now: Pay");
        page.clock().install();
        page.reload();
        page.waitForSelector(".order .countdown");
        page.clock().fastForward(2 * HOUR);
        assertThat(page.innerText(".order .countdown")).isEqualTo("15 d 00 h 00 min 00 s left");

        ok(platform.put("/sandbox/clock", "{\"now\": \"2015-11-01T01:00:00Z\", \"running\": true}", Map.of()));
        page.reload();
        page.waitForSelector(".order .countdown");
        page.clock().fastForward(2 * HOUR);
        assertThat(page.innerText(".order .countdown")).startsWith("14 d 21 h 5");
    }

    @Test
    @DisplayName("PRM-11, SHP-04: the countdown ends with the last day that is on time, as the order's tables have it")
    void theCountdownFollowsTheLastDay() {
        String inclusive = paid(draft());
        try (Redeployment tables = new Redeployment(repository)) {
            tables.cell("order-deadlines", "out_shipByDays", "-1").deploy();
            String exclusive = paid(draft());
            assertThat(opened("en-GB", "buyer-acme", inclusive).innerText(".order .next"))
                    .contains("To be shipped by 11 Nov 2015", "10 d 15 h 00 min 00 s left");
            Page page = opened("en-GB", "buyer-acme", exclusive);
            assertThat(page.innerText(".order .next"))
                    .contains("To be shipped by 10 Nov 2015", "9 d 15 h 00 min 00 s left");
            page.click(".order .tabs button:text-is('Logistics')");
            assertThat(page.innerText(".order .pane:not([hidden])"))
                    .contains("end of 10 Nov 2015", "9 d 15 h 00 min 00 s left");
        }
    }

    @Test
    @DisplayName("DRF-04: a transport is called what its row calls it")
    void aTransportIsNamedByItsRow() {
        try (Redeployment tables = new Redeployment(repository)) {
            tables.row("auto-completion", "rail", "RCV-02", "\"RAIL\"", "", "30", "\"Rail\"", "\"铁路\"")
                    .deploy();
            String no = opened(draft().with("/shipping/transport", "RAIL"));
            assertThat(opened("en-GB", "buyer-acme", no).innerText(".order .pane:not([hidden])"))
                    .contains("Rail")
                    .doesNotContain("RAIL");
            assertThat(opened("zh-CN", "buyer-acme", no).innerText(".order .pane:not([hidden])"))
                    .contains("铁路");
        }
    }

    @Test
    void aWindowThatIsOverSaysSoInTheReadersLanguage() {
        String no = waiting(DeskTask.DECIDE_ON_UNPAID_ORDER);
        Page page = opened("zh-CN", "supplier-desk", no);
        assertThat(page.innerText(".order .next")).contains("供应商现可关闭订单", "已过 0 天 00 小时", "供应商可以：", "关闭订单");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-CN");
        assertThat(page.title()).isEqualTo("订单 " + no + " · 信用保障订单");
    }

    @Test
    void theBuyerSeesWhatEachWayToPayCosts() {
        String no = agreed(draft().with("/buyer/country", "US").with("/payment/methods", "[\"TT\", \"CREDIT_CARD\"]"));
        JsonNode details = platform.get("/orders/" + no + "/payment-details").body();
        Page page = opened("en-GB", "buyer-acme", no);
        page.click(".order .tabs button:text-is('Funds')");
        String funds = page.innerText(".order .pane:not([hidden])");
        assertThat(details.path("methods").size()).isGreaterThan(1);
        details.path("methods")
                .forEach(way -> assertThat(funds)
                        .contains(String.format("%,.2f USD", way.path("fee").asDouble()))
                        .contains(String.format("%,.2f USD", way.path("total").asDouble())));
        assertThat(funds).contains(details.path("account").asText(), "Recommended");
    }

    @Test
    void aDisputeIsToldWithItsDecision() {
        String no = waiting(DeskTask.DECIDE_DISPUTE);
        Page page = opened("en-GB", "buyer-acme", no);
        assertThat(page.innerText(".order .next"))
                .contains("A dispute freezes the order", "Buyer, Refund: Wrong colour");

        ok(act(no, "disputes/decision", "{\"outcome\": \"DISMISSED\", \"reason\": \"As agreed\"}"));
        page.reload();
        page.waitForSelector(".order .pane:has-text('As agreed')");
        assertThat(page.innerText(".order .pane:not([hidden])")).contains("Disputes", "Wrong colour", "Dismissed");
    }

    @Test
    void bothPartiesReadTheFeedbackAndItsReply() {
        String no = waiting(DeskTask.REPLY_TO_FEEDBACK);
        assertThat(platform.get("/orders/" + no + "/feedback").text("/reply")).isEqualTo("null");
        ok(act(no, "feedback/reply", "{\"text\": \"Thank you\"}"));
        Page page = opened("zh-CN", "buyer-acme", no);
        assertThat(page.innerText(".order .pane:not([hidden])")).contains("评分 5/5", "Fine lamps", "供应商回复", "Thank you");
    }

    @Test
    void aStatusSpeaksToItsReader() {
        String no = opened(draft());
        Page buyer = opened("en-GB", "buyer-acme", no);
        assertThat(buyer.innerText(".order .states")).contains("Contract awaiting your confirmation");
        browser.leave();
        Page desk = opened("en-GB", "supplier-desk", no);
        assertThat(desk.innerText(".order .states")).contains("Waiting for the buyer to confirm");
    }

    @Test
    void theTabsAreReachedByKeysAndAllOfThemArePrinted() {
        Page page = opened("en-GB", "buyer-acme", eventful());
        page.focus(".order .tabs button[aria-selected=true]");
        page.keyboard().press("ArrowRight");
        assertThat(page.innerText(".order .tabs button:focus")).isEqualTo("Funds");
        assertThat(page.locator(".order .pane:visible").count()).isEqualTo(1);
        page.keyboard().press("End");
        assertThat(page.innerText(".order .tabs button[aria-selected=true]")).isEqualTo("Why here");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".order .pane:visible").count()).isEqualTo(5);
        assertThat(page.locator(".order .tabs:visible, .order .links:visible, .top form:visible")
                        .count())
                .isZero();
    }

    @Test
    void whoLogsOutIsLoggedOut() {
        String no = opened(draft());
        Page page = opened("zh-CN", "buyer-acme", no);
        assertThat(page.innerText(".top")).contains("buyer-acme");
        page.click(".top button:has-text('退出登录')");
        page.waitForSelector("[role=status]:has-text('您已退出登录')");
        page.navigate(page.url().replaceFirst("/login.*", "/orders/" + no));
        page.waitForSelector("#password");
    }

    private Page opened(String language, String account, String no) {
        Page page = browser.open(language, account, "/orders/" + no);
        page.waitForSelector(".order-head:has-text('" + no + "')");
        return page;
    }
}
