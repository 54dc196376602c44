package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order panel and order page against what {@code /api/v1} says. */
class OrderViewBrowserTest extends BrowserTest {

    private static final List<String> STEPS = List.of("DRAFT", "CONFIRM", "PAYMENT", "SHIPMENT", "RECEIPT", "COMPLETE");

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void theOrderPageShowsWhatTheApiSaysToBuyerAndSupplier(String language) {
        String no = eventful();
        for (String account : List.of("buyer-acme", "supplier-S-1001")) {
            Page page = browser.open(language, account, "/orders/" + no);
            showsTheTruth(page, no, language);
            browser.leave();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void theOrderPageFitsATelephone(String language) {
        String no = eventful();
        Page page = browser.open(language, "buyer-acme", "/orders/" + no, 390, 844);
        showsTheTruth(page, no, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-GB"})
    void theOrderPanelShowsWhatTheApiSays(String language) {
        String no = eventful();
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        open(page, DeskTask.DECLARE_SHIPMENT, no, language);
        assertThat(page.evaluate("""
                [...document.querySelectorAll('.tasks-list .variable-value')]
                  .filter(text => text.scrollHeight > text.clientHeight || text.scrollWidth > text.clientWidth).map(text => text.textContent.trim())
                """)).as("cut on the card").isEqualTo(List.of());
        page.click(".nav-tabs a:has-text('" + DeskTask.half("订单 / Order", language) + "')");
        showsTheTruth(page, no, language);
    }

    @Test
    void aLinkIsCopiedAndAForeignOrderIsUnknown() {
        String no = eventful();
        Page page = browser.open("en-GB", "buyer-acme", "/orders/" + no);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.click(".order-head button:has-text('Copy link')");
        page.waitForSelector(".order-head button:has-text('Copied')");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(order(no).text("/link"));

        Page foreign = browser.open("en-GB", "buyer-globex", "/orders/" + no);
        foreign.waitForSelector("main:has-text('There is no such order')");
        browser.expected("404 GET");
    }

    private void showsTheTruth(Page page, String no, String language) {
        JsonNode order = order(no).body();
        boolean zh = language.startsWith("zh");
        page.waitForSelector(".order-head:has-text('" + no + "')");
        assertThat(page.locator(".order-head :is(h1, h2)").count()).isEqualTo(1);
        assertThat(page.innerText(".order .states"))
                .contains(order.at("/statusText/" + (zh ? "zh" : "en")).asText());
        assertThat(page.locator(".order .steps li").all().stream()
                        .map(step -> "step".equals(step.getAttribute("aria-current")))
                        .toList()
                        .indexOf(true))
                .isEqualTo(STEPS.indexOf(order.path("step").asText()));
        showsTheContract(page, order, zh);
        showsTheMoney(pane(page, zh ? "资金信息" : "Funds"), order, zh);

        String logistics = pane(page, zh ? "物流信息" : "Logistics");
        order.at("/shipment/exportOrders")
                .forEach(export -> assertThat(logistics)
                        .contains(export.path("exportOrderNo").asText()));
        String shipBy = day(order.at("/deadlines/shipBy"), zh);
        assertThat(logistics).contains(zh ? shipBy + " 24:00" : "end of " + shipBy, zh ? "剩余" : "left");
        assertThat(logistics).as("a window that was met is no deadline").doesNotContain(zh ? "付款期限" : "Payment window");

        String record = pane(page, zh ? "操作记录" : "Operation record");
        assertThat(page.locator(".order .pane:not([hidden]) tbody tr").count())
                .isEqualTo(platform.get("/orders/" + no + "/operations?limit=200")
                        .body()
                        .path("items")
                        .size());
        assertThat(record).as("codes are words").doesNotContainPattern("[a-z]+-[a-z]+ed\\b|[A-Z]{3,}_[A-Z]+");
    }

    private void showsTheContract(Page page, JsonNode order, boolean zh) {
        String details = pane(page, zh ? "订单详情" : "Details");
        order.path("amounts").forEach(amount -> assertThat(details).contains(money(amount)));
        order.path("lines")
                .forEach(line ->
                        assertThat(details).contains(line.path("product").asText(), money(line.path("unitPrice"))));
        JsonNode versions = platform.get("/orders/" + order.path("orderNo").asText() + "/contracts")
                .body()
                .path("items");
        assertThat(page.locator(".order details").count()).isEqualTo(versions.size());
        page.locator(".order summary").last().click();
        assertThat(page.locator(".order details").last().innerText())
                .contains("40,000.00 USD", "41,000.00 USD", zh ? "第 1 行 · 单价" : "Line 1 · Unit price")
                .contains(zh ? "电汇" : "T/T", zh ? "信用卡" : "Credit card");
        assertThat(page.locator(".order details").last().locator("tbody tr").count())
                .isEqualTo(versions.path(1).path("changes").size());
    }

    private void showsTheMoney(String shown, JsonNode order, boolean zh) {
        JsonNode funds = platform.get("/orders/" + order.path("orderNo").asText() + "/funds")
                .body();
        for (String field :
                List.of("depositAgreed", "depositReceived", "balanceAgreed", "balanceReceived", "refundDue")) {
            assertThat(shown).as(field).contains(money(funds.path(field)));
        }
        assertThat(shown).contains(money(order.at("/coverage/amount")), zh ? "已冻结" : "Frozen");
        funds.path("remittances")
                .forEach(entry ->
                        assertThat(shown).contains(entry.path("bankReference").asText(), money(entry.path("amount"))));
    }

    private String pane(Page page, String tab) {
        page.click(".order .tabs button:text-is('" + tab + "')");
        String view = page.url().contains("/orders/") ? "page-" : "panel-";
        browser.picture(page, view + page.viewportSize().width + "-" + tab);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(tab)
                .isEqualTo(page.viewportSize().width);
        return page.innerText(".order .pane:not([hidden])");
    }

    private static String money(JsonNode amount) {
        return String.format(Locale.ROOT, "%,.2f USD", new BigDecimal(amount.asText()));
    }

    private static String day(JsonNode date, boolean zh) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(zh ? "yyyy年M月d日" : "d MMM yyyy", zh ? Locale.CHINA : Locale.UK);
        return format.format(LocalDate.parse(date.asText()));
    }
}
