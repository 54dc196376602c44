package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.web.Caller;

/** What the business asks for and an analyst does alone, by rows of tables: each is played to its end. */
class ChangeRequestsTest extends ModelChange {

    private static final String[] RAIL = {"\"RAIL\"", "", "30", "\"Rail\"", "\"铁路\""};

    @Test
    @DisplayName(
            "C1: 20 days instead of 15 for orders confirmed from a date on, also where they were opened before the change")
    void aDatedRowReachesOrdersThatWereOpenedBefore() {
        String confirmed = agreed(draft());
        String early = opened(draft());
        String late = opened(draft());
        at("2015-11-02T09:00:00");
        models.replace("order-deadlines", "(id=\"in_paymentWindowOnDate\">\\s*<text>)", "$1&lt; date(\"2015-11-05\")")
                .row(
                        "order-deadlines",
                        "longerWindow",
                        "PRM-01: from 5 November on",
                        "\"PAYMENT_WINDOW\"",
                        "&gt;= date(\"2015-11-05\")",
                        "20",
                        "")
                .deploy();
        String after = opened(draft());
        assertThat(order(confirmed).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-16T01:00:00Z");
        at("2015-11-04T23:59:59");
        confirmed(early, "BUYER", 1);
        assertThat(order(early).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-19T15:59:59Z");
        at("2015-11-05T00:00:00");
        for (String no : List.of(late, after)) {
            confirmed(no, "BUYER", 1);
            assertThat(order(no).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-24T16:00:00Z");
        }
        until("2015-11-24T23:59:59");
        assertThat(task(late, "userTask_decideOnUnpaidOrder")).isNull();
        until("2015-11-25T00:00:00");
        assertThat(task(late, "userTask_decideOnUnpaidOrder")).isNotNull();
        assertThat(task(early, "userTask_decideOnUnpaidOrder")).isNotNull();
    }

    @Test
    @DisplayName("C1: what a dated row says now does not reach an order that was confirmed before it went live")
    void aDatedRowReachesNobodyFromBefore() {
        models.row("auto-completion", "rail", "RCV-02", "\"RAIL\"", "&gt;= date(\"2015-11-01\")", "30", "", "")
                .deploy();
        String no = paid(draft().with("/shipping/transport", "RAIL"));
        at("2015-11-05T09:00:00");
        models.cell("auto-completion", "cell_rail2", "5").deploy();
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(order(no).text("/deadlines/autoCompleteAt")).isEqualTo("2015-12-11T16:00:00Z");
    }

    @Test
    @DisplayName(
            "C2: air freight completes after 20 days; the example that says 15 is shown, and is changed beside the table")
    void airFreightCompletesLater() {
        models.cell("auto-completion", "out_airDays", "20");
        assertThat(models.findings())
                .containsExactly(
                        "[stops orders] processes/auto-completion.csv, line 4: Expected days 15, the table says 20"
                                + " in row 3 (rule_air): change the one that is wrong.");
        models.replace("auto-completion.csv", "AIR,15", "AIR,20");
        assertThat(models.findings()).isEmpty();
        models.deploy();
        String air = sent(draft().with("/shipping/transport", "AIR"));
        String express = sent(draft().with("/shipping/transport", "EXPRESS"));
        until("2015-11-27T00:00:00");
        assertThat(status(express)).isEqualTo("COMPLETED");
        until("2015-12-01T23:59:59");
        assertThat(status(air)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-02T00:00:00");
        assertThat(status(air)).isEqualTo("COMPLETED");
    }

    /** An order that is paid in full and goods that left on 11 November. */
    private String sent(Draft draft) {
        at("2015-11-01T09:00:00");
        String no = paid(draft);
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    @Test
    @DisplayName("C3, AMB-19: buyers of one more country are refused from a date on; orders drafted before stay")
    void aFurtherCountryIsRefusedFromADateOn() {
        Draft french = draft().with("/buyer/country", "FR");
        String before = opened(french);
        models.replace("buyer-eligibility", "(id=\"in_servedCountry\">\\s*<text>.*?)[)](</text>)", "$1, \"FR\")$2")
                .row(
                        "buyer-eligibility",
                        "franceStill",
                        "ELG-06: served until the end of November",
                        "not(\"DOMESTIC_FREE_SUPPLIER\")",
                        "\"FR\"",
                        "&lt; date(\"2015-12-01\")",
                        "\"ELIGIBLE\"")
                .row(
                        "buyer-eligibility",
                        "franceNoMore",
                        "ELG-06: not served from December on",
                        "not(\"DOMESTIC_FREE_SUPPLIER\")",
                        "\"FR\"",
                        "&gt;= date(\"2015-12-01\")",
                        "\"BUYER_COUNTRY_NOT_SERVED\"");
        assertThat(models.stops()).isEmpty();
        models.deploy();
        until("2015-11-30T12:00:00");
        String last = opened(french.with("/shipping/shipBy/date", "2015-12-24"));
        until("2015-12-01T00:00:00");
        confirmed(last, "BUYER", 1);
        assertThat(status(last)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(status(before)).isEqualTo("AWAITING_BUYER_CONFIRM");
        refused(
                platform.post(
                        "/orders",
                        french.with("/shipping/shipBy/date", "2015-12-24").json()),
                422,
                "buyer-country-not-served");
    }

    @Test
    @DisplayName("C7: unpaid orders close by themselves ten days after the window")
    void unpaidOrdersClose() {
        models.cell("order-deadlines", "out_autoCloseDays", "10").deploy();
        String no = agreed(draft().with("/coverage", "POST_DELIVERY"));
        String byHand = agreed(draft());
        until("2015-11-26T08:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(platform.get("/orders/" + no + "/explanation")
                        .body()
                        .path("waitsFor")
                        .findValuesAsText("row"))
                .contains("rule_autoClose");
        done(byHand, "userTask_decideOnUnpaidOrder", "supplier-desk", Map.of("decision", "close", "reason", "Lost"));
        until("2015-11-26T09:00:00");
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(told(no, "order-closed").path("detail").asText())
                .isEqualTo(
                        "Not paid in time / 逾期未付款 · 依据 / By: order-deadlines, rule_autoClose: AMB-04, PRM-02: from the end"
                                + " of the payment window until an unpaid order closes by itself; an empty cell means never");
        assertThat(told(byHand, "order-closed").path("detail").asText()).isEqualTo("Lost");
    }

    @Test
    @DisplayName(
            "C8: a new transport is a row: offered, named, searched for, and an order by it completes after its days")
    void aTransportIsARow() {
        Draft rail = draft().with("/shipping/transport", "RAIL");
        Api.Answer before = platform.post("/orders", rail.json());
        refused(before, 400, "invalid-field");
        assertThat(before.body().toString()).contains("shipping.transport", "SEA, LAND, AIR, EXPRESS");

        models.row("auto-completion", "rail", "RCV-02, PRM-06: by rail", RAIL).deploy();
        assertThat(platform.get("/transports").body().path("items").toString())
                .contains("{\"code\":\"RAIL\",\"name\":{\"en\":\"Rail\",\"zh\":\"铁路\"},\"days\":30}")
                .contains("{\"code\":\"SEA\",\"name\":{\"en\":\"Sea\",\"zh\":\"海运\"},\"days\":45}");
        String no = paid(rail);
        assertThat(platform.get("/orders?transport=RAIL&supplierId=" + supplier)
                        .body()
                        .path("items")
                        .findValuesAsText("orderNo"))
                .containsExactly(no);
        assertThat(platform.get("/orders?transport=SEA&supplierId=" + supplier)
                        .body()
                        .path("items"))
                .isEmpty();
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        until("2015-12-11T23:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-12T00:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("C8: the form in Tasklist offers what the table has rows for, and takes nothing else")
    void theFormOffersTheRows() {
        models.row("auto-completion", "rail", "RCV-02, PRM-06: by rail", RAIL).deploy();
        DeskMember mei = member("supplier-desk");
        String definition =
                mei.get("/process-definition/key/trade-order").json().path("id").asText();
        JsonNode form = mei.get("/process-definition/" + definition + "/deployed-start-form")
                .json();
        JsonNode transport = MissingNode.getInstance();
        for (JsonNode field : form.path("components")) {
            transport = field.path("key").asText().equals("transport") ? field : transport;
        }
        assertThat(transport.has("valuesKey")).isFalse();
        assertThat(transport.path("values").findValuesAsText("label"))
                .containsExactly("海运 / Sea", "陆运 / Land", "空运 / Air", "快递 / Express", "铁路 / Rail");
        Caller.Answer started = mei.start("trade-order", form("RAIL"));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(platform.get("/orders?transport=RAIL&supplierId=" + supplier)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(mei.start("trade-order", form("ROCKET")).body()).contains("Transport");
    }

    @Test
    @DisplayName("C8: orders go on with a transport whose row was deleted; no new order may choose it")
    void aDeletedRowBreaksNoOrder() {
        models.row("auto-completion", "rail", "RCV-02, PRM-06: by rail", RAIL).deploy();
        String moved = paid(draft().with("/shipping/transport", "RAIL"));
        models.close();
        Draft rail = draft().with("/shipping/transport", "RAIL");
        refused(platform.post("/orders", rail.json()), 400, "invalid-field");

        ok(act(moved, "migration", "{}"));
        Draft smaller = rail.amounts("39000.00", "12000.00");
        ok(platform.put("/orders/" + moved + "/contract", smaller.contract("SUPPLIER"), Map.of("If-Match", "\"1\"")));
        confirmed(moved, "BUYER", 2);
        remitted(moved, "27000.00");
        at("2015-11-11T12:00:00");
        shipped(moved, "2015-11-11");
        until("2015-12-12T00:00:00");
        assertThat(status(moved)).isEqualTo("COMPLETED");
    }

    private Map<String, Object> form(String transport) {
        return Map.of("supplierId", supplier, "buyerEmail", buyer, "transport", transport, "submit", "draft");
    }
}
