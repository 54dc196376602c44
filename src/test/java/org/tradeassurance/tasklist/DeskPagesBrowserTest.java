package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bar above every page of ours leads from each to each; a party sees its orders and no desk. */
class DeskPagesBrowserTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en-GB, Overview|Orders|Task table|Tasklist, /overview, Overview",
        "zh-CN, 总览|订单|任务表|任务列表, /overview, 总览",
        "en-GB, Overview|Orders|Task table|Tasklist, /orders, Orders",
        "zh-CN, 总览|订单|任务表|任务列表, /tasks, 任务表"
    })
    void aDeskGoesAnywhere(String language, String ways, String path, String here) {
        Page page = browser.open(language, "supplier-desk", path);
        assertThat(page.locator(".top nav a").allInnerTexts()).containsExactly(ways.split("\\|"));
        assertThat(page.innerText(".top nav a[aria-current]")).isEqualTo(here);
        assertThat(page.title()).startsWith(here + " · ");
    }

    @ParameterizedTest
    @CsvSource({"/overview", "/tasks"})
    void aPartyHasOrdersAlone(String path) {
        Page page = browser.open("en-GB", "buyer-acme", "/orders");
        assertThat(page.locator(".top nav a").allInnerTexts()).containsExactly("Orders");
        assertThat(page.navigate(page.url().replace("/orders", path)).status()).isEqualTo(404);
        browser.complaints.removeIf(complaint -> complaint.startsWith("404 GET") && complaint.endsWith(path));
    }
}
