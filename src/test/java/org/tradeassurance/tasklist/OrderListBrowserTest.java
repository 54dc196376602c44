package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of orders: found, sorted, counted and taken along by click and by key; what is asked for stands in the address. */
class OrderListBrowserTest extends BrowserTest {

    private static final String NUMBERS = ".orders td.orderNo a";

    @ParameterizedTest
    @CsvSource({"en-GB, Awaiting payment, Confirm contract as buyer · buyer-desk", "zh-CN, 待付款, 以买家身份确认合同 · buyer-desk"
    })
    @DisplayName("UI-03, UI-04: rows say what staff ask for; counters lead to their lists, and the way back leads back")
    void rowsAndCounters(String language, String counter, String task) {
        String agreed = agreed(draft().with("/externalReference", "PO-1"));
        String open = opened(draft());
        Page page = browser.open(language, "supplier-desk", "/orders");
        page.waitForSelector(NUMBERS);
        assertThat(page.locator(NUMBERS).allInnerTexts()).containsExactly(open, agreed);
        assertThat(page.innerText(".orders")).contains("Acme Ltd", "40,000.00", "PO-1", task);
        page.click(".counters a:has-text('" + counter + "')");
        page.waitForSelector(NUMBERS + ":text-is('" + agreed + "')");
        assertThat(page.locator(NUMBERS).allInnerTexts()).containsExactly(agreed);
        assertThat(page.url()).contains("status=AWAITING_DEPOSIT");
        page.goBack();
        page.waitForSelector(NUMBERS + ":text-is('" + open + "')");
        browser.picture(page, "orders-" + language);
    }

    @Test
    @DisplayName(
            "filters by click, heads that sort by key, from row to row by arrow, a link that is shared shows the same")
    void filtersAndSorts() throws Exception {
        String small = opened(draft().amounts("100.00", "50.00"));
        String great = opened(draft().amounts("12450.00", "50.00"));
        Page page = browser.open("en-GB", "finance-desk", "/orders");
        page.waitForSelector(NUMBERS);
        page.focus(".orders th a:has-text('USD')");
        page.keyboard().press("Enter");
        page.waitForSelector("th[aria-sort=descending]:has-text('USD')");
        assertThat(page.locator(NUMBERS).allInnerTexts()).containsExactly(great, small);
        page.focus(NUMBERS);
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo(small);
        page.fill("input[name=totalFrom]", "12,450.00");
        page.press("input[name=totalFrom]", "Enter");
        page.waitForCondition(() -> page.locator(NUMBERS).count() == 1);
        Page shared = browser.open("zh-CN", "buyer-desk", page.url().replaceFirst("https?://[^/]+", ""));
        shared.waitForSelector(NUMBERS);
        assertThat(shared.locator(NUMBERS).allInnerTexts()).containsExactly(great);
        Download file = page.waitForDownload(() -> page.click(".pages a:text-is('CSV')"));
        assertThat(file.suggestedFilename()).isEqualTo("orders-2015-11-01.csv");
        assertThat(Files.readString(file.path())).contains(great).doesNotContain(small);
    }

    @Test
    @DisplayName("a party sees its own orders, what it can do now, and no desk")
    void aPartysOwn() {
        String no = agreed(draft());
        opened(org.tradeassurance.acceptance.Draft.of(supplier, "someone@example.com"));
        Page page = browser.open("zh-CN", "buyer-acme", "/orders");
        page.waitForSelector(NUMBERS);
        assertThat(page.locator(NUMBERS).allInnerTexts()).containsExactly(no);
        assertThat(page.innerText(".orders")).contains("付款").doesNotContain("desk");
        assertThat(page.locator("input[name=openTask], input[name=mine], input[name=buyerEmail]")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, 20", "1280, 720, 10", "390, 844, 1"})
    @DisplayName("twenty rows fit on a usual screen, nothing is wider than the window, a small one shows cards")
    void whatFits(int width, int height, int rows) {
        for (int i = 0; i < 22; i++) {
            opened(draft().with("/lines/0/product", "Adjustable desk light with a long arm, number " + i));
        }
        for (String language : List.of("en-GB", "zh-CN")) {
            Page page = browser.open(language, "supplier-desk", "/orders", width, height);
            page.waitForSelector(NUMBERS);
            browser.picture(page, "orders-" + language + "-" + width);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat((Integer) page.evaluate("[...document.querySelectorAll('.orders tbody tr')]"
                            + ".filter(row => row.getBoundingClientRect().bottom <= innerHeight).length"))
                    .isGreaterThanOrEqualTo(rows);
        }
    }
}
