package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.acceptance.Api.Answer;

/** The lists and records that callers look things up in. */
class ReadsTest extends AcceptanceTest {

    @Test
    @DisplayName("UI-03: the counters follow the orders; a dispute counts beside the state")
    void theCountersFollowTheOrders() {
        JsonNode before = counters();
        opened(draft().with("/origin", "INQUIRY"));
        opened(draft());
        agreed(draft());
        String disputed = paid(draft());
        ok(act(disputed, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"));
        JsonNode after = counters();
        assertThat(grown(before, after))
                .isEqualTo(Map.of(
                        "allNewOrders", 1L,
                        "waitConfirm", 1L,
                        "awaitingPayment", 1L,
                        "pendingShipment", 1L,
                        "disputeFrozen", 1L,
                        "receiptingShipment", 0L));
    }

    @Test
    @DisplayName("UI-03, ST-12, TR-22: an order that is completed and disputed is counted as frozen")
    void aFrozenCompletedOrderCounts() {
        String no = paid(draft().amounts("3000.00", "3000.00").with("/coverage", "POST_DELIVERY"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        ok(act(no, "goods-receipt", "{}"));
        JsonNode before = counters();
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Broken\"}"));
        assertThat(grown(before, counters())).containsEntry("disputeFrozen", 1L);
    }

    @Test
    @DisplayName("UI-04: a parameter without a value asks for nothing, and no list takes the cursor of another")
    void parametersWithoutAValue() {
        opened(draft());
        String no = opened(draft());
        JsonNode orders = platform.get(
                        "/orders?status=&supplierId=" + supplier + "&buyerEmail=&q=&due=&sort=&cursor=&limit=1")
                .body();
        assertThat(orders.at("/items/0/orderNo").asText()).isEqualTo(no);
        refused(
                platform.get("/orders/" + no + "/contracts?cursor="
                        + orders.path("nextCursor").asText()),
                400,
                "invalid-field");
    }

    @Test
    @DisplayName("An order is told anew under the same tag: the tag serves If-Match only")
    void theTagIsNotForCaching() {
        String no = agreed(draft());
        String tag = order(no).headers().firstValue("ETag").orElseThrow();
        remitted(no, "12000.00");
        Api.Answer again = platform.get("/orders/" + no, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/status")).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("UI-04: orders are found by number, by a word of a product, by state and party, newest first")
    void ordersAreFound() {
        String lamp = opened(draft().with("/lines/0/product", "Lamp 100 % wool_" + supplier));
        String chair = agreed(draft().with("/lines/0/product", "Chair " + supplier));
        assertThat(found("q=" + lamp)).containsExactly(lamp);
        assertThat(found("q=wool_" + supplier)).containsExactly(lamp);
        assertThat(found("q=WOOL_" + supplier)).containsExactly(lamp);
        assertThat(found("q=%25" + supplier))
                .as("a percent sign is a letter, not a pattern")
                .isEmpty();
        assertThat(found("supplierId=" + supplier)).containsExactly(chair, lamp);
        assertThat(found("supplierId=" + supplier + "&status=AWAITING_DEPOSIT")).containsExactly(chair);
        assertThat(found("buyerEmail=" + buyer.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(chair, lamp);
    }

    @Test
    @DisplayName("Section 11 of the contract: a list is read page by page and names each order once")
    void aListIsReadPageByPage() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, opened(draft()));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = platform.get("/orders?limit=2&supplierId=" + supplier + cursor)
                    .body();
            page.path("items").forEach(order -> read.add(order.path("orderNo").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(all);
    }

    @DisplayName("A parameter that cannot be read is named, with what it takes")
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "status, SHIPPED, 'must be one of NEGOTIATING, DRAFT, '",
        "status, draft,   'must be one of NEGOTIATING, DRAFT, '",
        "limit,  abc,     must be a whole number",
        "limit,  1.5,     must be a whole number",
        "limit,  201,     must be a number from 1 to 200"
    })
    void aParameterThatCannotBeRead(String parameter, String value, String message) {
        Answer answer = platform.get("/orders?" + parameter + "=" + value);
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo(parameter);
        assertThat(answer.text("/errors/0/message")).startsWith(message);
    }

    @Test
    @DisplayName("PNT-01, PNT-02: an order's first money earns its supplier points, and the record tells it once")
    void theFirstMoneyEarnsPointsOnce() {
        at("2016-02-01T09:00:00");
        String no = agreed(draft());
        remitted(no, "5000.00");
        remitted(no, "7000.00");
        assertThat(platform.get("/suppliers/" + supplier).text("/points")).isEqualTo("100");
        assertThat(platform.get("/orders/" + no + "/operations").body().path("items"))
                .extracting(line ->
                        line.path("action").asText() + " " + line.path("detail").asText())
                .containsOnlyOnce("points-awarded 100");
    }

    @Test
    @DisplayName("NEG-08, UI-01: who did what and when, by version; every version of the contract stays readable")
    void theOperationRecordAndTheVersions() {
        Draft draft = draft();
        String no = opened(draft);
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft.amounts("39000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        clock.runDueJobs();
        confirmed(no, "BUYER", 2);
        assertThat(platform.get("/orders/" + no + "/operations").body().path("items"))
                .extracting(line -> line.path("actor").asText() + " "
                        + line.path("contractVersion").asInt())
                .contains("platform 1", "platform 2");
        assertThat(platform.get("/orders/" + no + "/contracts").body().path("items"))
                .extracting(version -> version.path("contractVersion").asInt() + " "
                        + version.path("party").asText() + " "
                        + version.at("/amounts/total").asText())
                .containsExactly("1 SUPPLIER 40000.00", "2 SUPPLIER 39000.00");
        assertThat(platform.get("/orders/" + no + "/contracts/1").text("/content/lines/0/unitPrice"))
                .isEqualTo("40000.00");
        refused(platform.get("/orders/" + no + "/contracts/3"), 404, "not-found");
    }

    @Test
    @DisplayName(
            "PAY-03, UI-07, BAL-01: each pair has an account of its own; the fund page says what came and where it went")
    void theFundPage() {
        String no = paid(draft());
        String other = opened(Draft.of(supplier, "someone." + buyer));
        assertThat(order(no).text("/funds/account"))
                .startsWith("CITI-")
                .isEqualTo(order(opened(draft())).text("/funds/account"));
        assertThat(order(other).text("/funds/account")).isNotEqualTo(order(no).text("/funds/account"));
        Api.Answer details = platform.get("/orders/" + no + "/payment-details?leg=BALANCE");
        assertThat(details.text("/account")).isEqualTo(order(no).text("/funds/account"));
        assertThat(details.body().toString()).contains("28000.00");
        assertThat(platform.get("/orders/" + no + "/funds").body().toString()).contains("12000.00", "APPLIED");
    }

    @Test
    @DisplayName("CRD-01..04: the board of a supplier adds up what its completed orders show")
    void theBoardOfASupplier() {
        String no = paid(draft().amounts("3000.00", "3000.00").with("/coverage", "POST_DELIVERY"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        ok(act(no, "goods-receipt", "{}"));
        ok(act(no, "feedback", "{\"text\":\"Good lamps\",\"rating\":4}"));
        Api.Answer board = platform.get("/suppliers/" + supplier);
        assertThat(board.text("/completedOrders")).isEqualTo("1");
        assertThat(board.text("/tradeVolume")).isEqualTo("$1,000+");
        assertThat(board.text("/onTimeShipmentRate")).isEqualTo("100.0");
        assertThat(board.text("/rating")).isEqualTo("4.0");
        assertThat(board.text("/quota/limit")).isEqualTo("119000.00");
        assertThat(board.text("/quota/frozen")).isEqualTo("3000.00");
        assertThat(board.text("/quota/free")).isEqualTo("116000.00");
    }

    @Test
    @DisplayName(
            "FBK-04, FBK-05: everyone reads the public record without a login, and nothing in it tells who or how much")
    void thePublicRecordIsMasked() {
        String product = "P-PUBLIC-" + supplier;
        String no = paid(draft().with("/lines/0/productId", product)
                .with("/lines/0/product", "Adjustable desk light with a long arm")
                .amounts("3000.00", "3000.00"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        ok(act(no, "goods-receipt", "{}"));
        ok(act(no, "feedback", "{\"text\":\"Good lamps\"}"));
        Api.Answer answer = anonymous().get("/public/trade-records?productId=" + product);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/items/0/buyer")).isEqualTo("*****");
        assertThat(answer.text("/items/0/orderedOn")).isEqualTo("2015-11-01");
        assertThat(answer.body().toString()).doesNotContain("Acme", buyer, "3000", no, "with a long arm");
    }

    private JsonNode counters() {
        return platform.get("/orders/counters").body();
    }

    private static Map<String, Long> grown(JsonNode before, JsonNode after) {
        Map<String, Long> grown = new java.util.HashMap<>();
        after.fieldNames()
                .forEachRemaining(name -> grown.put(
                        name, after.path(name).asLong() - before.path(name).asLong()));
        return grown;
    }

    private List<String> found(String query) {
        List<String> numbers = new ArrayList<>();
        platform.get("/orders?" + query)
                .body()
                .path("items")
                .forEach(order -> numbers.add(order.path("orderNo").asText()));
        return numbers;
    }
}
