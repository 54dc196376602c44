package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One search box on every page, worked by keys alone: it leads from whatever is remembered to the page that shows it. */
class FindBrowserTest extends BrowserTest {

    private static final String BOX = ".find-box input";
    private static final String OPTION = ".find-box [role=option]";

    @ParameterizedTest
    @CsvSource({"en-GB, Orders|Tasks, by product", "zh-CN, 订单|任务, 匹配：产品"})
    @DisplayName("results come as one types, in groups, with what matched marked; arrows and Enter lead to the order")
    void fromAPage(String language, String groups, String matched) {
        String no = opened(draft().with("/lines/0/product", "Ｓparkle 台灯"));
        Page page = browser.open(language, "finance-desk", "/orders");
        page.waitForSelector(BOX);
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.matches('.find-box input')"))
                .isEqualTo(true);
        page.keyboard().type("sparkle台");
        page.waitForSelector(OPTION);
        assertThat(page.locator(".find-head").allInnerTexts()).containsExactly(groups.split("\\|"));
        assertThat(page.innerText(OPTION + " .find-more")).contains(matched, "40,000.00 USD");
        browser.picture(page, "find-" + language);
        page.keyboard().press("ArrowDown");
        assertThat(page.getAttribute(BOX, "aria-activedescendant")).isEqualTo(page.getAttribute(OPTION, "id"));
        page.keyboard().press("ArrowUp");
        assertThat(page.getAttribute(OPTION + "[aria-selected=true]", "href")).startsWith("/tasks/");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/orders/" + no));
        page.waitForSelector(".order-head");
        page.keyboard().press("Control+k");
        page.keyboard().type(no.substring(4, 12));
        page.waitForSelector(OPTION + " mark");
        assertThat(page.innerText(OPTION + " mark")).isEqualTo(no.substring(4, 12));
        page.keyboard().press("Escape");
        assertThat(page.isVisible(OPTION)).isFalse();
        page.keyboard().press("Control+a");
        page.keyboard().type("鳜鱼鳜鱼");
        page.waitForSelector(".find-told:has-text('鳜鱼鳜鱼')");
        assertThat(page.getAttribute(BOX, "aria-expanded")).isEqualTo("false");
    }

    @Test
    @DisplayName("O1: a pasted order number and Enter opens the order at once")
    void aNumberAndEnterOpensTheOrder() {
        String no = opened(draft());
        Page page = browser.open("en-GB", "supplier-desk", "/orders");
        page.fill(BOX, " " + no.substring(0, 7) + " " + no.substring(7));
        page.press(BOX, "Enter");
        page.waitForURL(Pattern.compile(".*/orders/" + no));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    @DisplayName("O2: in Tasklist a company's name finds its tasks, from the bar and from the box above a queue")
    void fromTasklist(String language) {
        for (int order = 0; order < 7; order++) {
            opened(draft().with("/buyer/name", "北海贸易 North Sea"));
        }
        Page page = browser.open(language, "buyer-desk", TASKLIST);
        page.waitForSelector(".tasks-list .task");
        page.waitForSelector(".desk-find " + BOX);
        page.keyboard().press("Control+k");
        page.keyboard().type("海贸");
        page.waitForSelector(".find-box [id$=-tasks] ~ [role=option] >> nth=6");
        assertThat(page.locator(".find-box [id$=-tasks] ~ [role=option]").count())
                .isEqualTo(7);
        browser.picture(page, "find-tasklist-" + language);
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.waitForSelector(".fjs-form .fjs-form-field-text");

        page.fill("[cam-widget-search] .main-field", "north sea");
        page.press("[cam-widget-search] .main-field", "Enter");
        page.waitForSelector(".find-box [id$=-tasks] ~ [role=option] >> nth=6");
        page.keyboard().press("Escape");
        page.click("[cam-widget-search] .main-field");
        page.waitForSelector("[cam-widget-search] .dropdown-menu li:has-text('"
                + (language.startsWith("zh") ? "订单号" : "Order") + "')");
        assertThat(page.locator("[cam-widget-search] .dropdown-menu:visible li a")
                        .count())
                .isLessThanOrEqualTo(5);
        browser.picture(page, "find-criteria-" + language);
    }

    @Test
    @DisplayName("a phone's page has it too; a server that is away is said, and the next letter tries again")
    void onAPhoneAndWithoutAServer() {
        String no = opened(draft());
        Page page = browser.open("zh-CN", "buyer-acme", "/orders/" + no, 390, 844);
        page.waitForSelector(BOX);
        page.route("**/api/v1/search*", route -> route.abort());
        page.fill(BOX, no.substring(3, 9));
        page.waitForSelector(".find-told:has-text('连接中断')");
        page.unroute("**/api/v1/search*");
        browser.complaints.clear();
        page.fill(BOX, no.substring(3, 10));
        page.waitForSelector(OPTION);
        assertThat(page.locator(OPTION).count()).isEqualTo(1);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.picture(page, "find-phone");
    }
}
