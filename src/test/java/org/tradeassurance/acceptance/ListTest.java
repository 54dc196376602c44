package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.acceptance.Api.Answer;

/** The list of orders: what is found on either side of each boundary, in what order, page by page, and by whom (section 6 of the contract). */
class ListTest extends AcceptanceTest {

    private static final Base64.Encoder CURSOR = Base64.getUrlEncoder().withoutPadding();

    @Test
    @DisplayName(
            "an order is found by when it was opened, by its total, status, freeze and reference, up to the boundary and no further")
    void eachFilterUpToItsBoundary() {
        String small = opened(draft().amounts("100.00", "50.00"));
        at("2015-11-02T09:00:00");
        String great = agreed(draft().amounts("100.01", "50.00").with("/externalReference", "PO 7/" + supplier));
        assertThat(found("createdFrom=2015-11-02T01:00:00Z")).containsExactly(great);
        assertThat(found("createdFrom=2015-11-02T01:00:00.000001Z")).isEmpty();
        assertThat(found("createdTo=2015-11-01T01:00:00Z")).containsExactly(small);
        assertThat(found("createdTo=2015-11-01T00:59:59Z")).isEmpty();
        assertThat(found("totalFrom=100.01")).containsExactly(great);
        assertThat(found("totalTo=100.00")).containsExactly(small);
        assertThat(found("totalFrom=100.00&totalTo=100.01")).containsExactly(great, small);
        assertThat(found("status=AWAITING_DEPOSIT")).containsExactly(great);
        assertThat(found("status=AWAITING_DEPOSIT,AWAITING_BUYER_CONFIRM")).containsExactly(great, small);
        assertThat(found("status=AWAITING_BUYER_CONFIRM,CLOSED&status=AWAITING_DEPOSIT"))
                .containsExactly(great, small);
        assertThat(found("externalReference=PO+7/" + supplier)).containsExactly(great);
        assertThat(found("externalReference=PO+7")).isEmpty();
        assertThat(found("q=PO+7/" + supplier)).containsExactly(great);
        ok(act(great, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"));
        assertThat(found("frozen=true")).containsExactly(great);
        assertThat(found("frozen=false")).containsExactly(small);
        assertThat(found("")).containsExactly(great, small);
    }

    @Test
    @DisplayName(
            "what is due next: of which kind, before which instant, none in a dispute; the nearest first, what has nothing due last")
    void whatIsDueNext() {
        String draft = opened(draft());
        String later = agreed(draft());
        at("2015-10-31T09:00:00");
        String sooner = agreed(draft());
        String shipping = paid(draft());
        JsonNode due = order(sooner).body().at("/deadlines/next");
        assertThat(due.path("kind").asText()).isEqualTo("PAYMENT");
        assertThat(due.path("at")).isEqualTo(order(sooner).body().at("/deadlines/paymentDueAt"));
        String at = due.path("at").asText();
        assertThat(found("due=PAYMENT&sort=due")).containsExactly(sooner, later);
        assertThat(found("due=PAYMENT,SHIPMENT&sort=due")).containsExactly(shipping, sooner, later);
        assertThat(found("due=SHIPMENT")).containsExactly(shipping);
        assertThat(found("due=BALANCE&due=RECEIPT")).isEmpty();
        assertThat(found("due=PAYMENT&dueBefore=" + at)).isEmpty();
        assertThat(found("due=PAYMENT&dueBefore=" + at.replace("Z", ".000001Z")))
                .containsExactly(sooner);
        assertThat(found("dueFrom=" + at + "&sort=due")).containsExactly(sooner, later);
        assertThat(found("sort=due")).containsExactly(shipping, sooner, later, draft);
        assertThat(found("sort=-due")).containsExactly(later, sooner, shipping, draft);
        ok(act(sooner, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"));
        assertThat(found("due=PAYMENT")).containsExactly(later);
        assertThat(order(sooner).body().at("/deadlines/next").isNull()).isTrue();
    }

    @Test
    @DisplayName(
            "staff and the platform see the open tasks with desk and holder, the parties do not; orders are found by them")
    void openTasks() {
        String waiting = opened(draft());
        String idle = agreed(draft());
        JsonNode open = order(waiting).body().path("openTasks");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/name/en").asText()).isEqualTo("Confirm contract as buyer");
        assertThat(open.at("/0/name/zh").asText()).matches("\\p{IsHan}+");
        assertThat(open.at("/0/desk").asText()).isEqualTo("buyer-desk");
        assertThat(open.at("/0/assignee").isNull()).isTrue();
        assertThat(open.at("/0/dueAt").asText()).endsWith("Z");
        assertThat(order(idle).body().path("openTasks")).isEmpty();
        assertThat(found("openTask=true")).containsExactly(waiting);
        assertThat(found("openTask=false")).containsExactly(idle);
        assertThat(found("assignee=buyer-desk")).isEmpty();
        assertThat(member("buyer-desk").claim(open.at("/0/taskId").asText()).status())
                .isEqualTo(204);
        assertThat(found("assignee=buyer-desk")).containsExactly(waiting);
        JsonNode row = platform.get("/orders?supplierId=" + supplier + "&openTask=true")
                .body()
                .at("/items/0/openTasks/0");
        assertThat(row.path("assignee").asText()).isEqualTo("buyer-desk");
        String own = opened(Draft.of("S-1001", "acme@example.com"));
        for (String party : List.of("supplier-S-1001", "buyer-acme")) {
            assertThat(as(party).get("/orders/" + own).body().has("openTasks")).isFalse();
            assertThat(as(party).get("/orders?q=" + own).body().at("/items/0").has("openTasks"))
                    .isFalse();
            refused(as(party).get("/orders?assignee=buyer-desk"), 403, "forbidden");
        }
    }

    @ParameterizedTest(name = "sorted by {0}")
    @ValueSource(strings = {"created", "-created", "due", "-due", "total", "-total"})
    @DisplayName("each sort is read page by page without a gap or a double, though orders come in meanwhile")
    void everySortPageByPage(String sort) {
        for (int i = 0; i < 3; i++) {
            opened(draft().amounts("10" + i % 2 + ".00", "50.00"));
            agreed(draft().amounts("101.00", "50.00"));
        }
        List<String> all = found("sort=" + sort);
        List<String> read = new ArrayList<>();
        List<String> late = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = platform.get("/orders?limit=2&supplierId=" + supplier + "&sort=" + sort + cursor)
                    .body();
            page.path("items").forEach(order -> read.add(order.path("orderNo").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
            late.add(opened(draft().amounts("101.00", "50.00")));
        } while (!cursor.isEmpty() && read.size() < 30);
        assertThat(read).doesNotHaveDuplicates();
        read.removeAll(late);
        assertThat(read).isEqualTo(all).hasSize(6);
    }

    @DisplayName("a cursor that this list did not give out in this order is refused")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "70058590568114",
                "total 1.00 70058590568114",
                "-created 2015-02-30T00:00:00Z 70058590568114",
                "-created 2015-11-01T00:00:00Z 7005859056811",
                "-created - 70058590568114",
                "created 2015-11-01T00:00:00Z 70058590568114",
                "-created 2015-11-01T00:00:00Z 70058590568114 or true",
                "-created 2015-11-01T00:00:00Z"
            })
    void aBrokenCursor(String key) {
        String cursor = key.isEmpty() ? "%2A" : CURSOR.encodeToString(key.getBytes(StandardCharsets.UTF_8));
        Answer answer = platform.get("/orders?cursor=" + cursor);
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo("cursor");
    }

    @DisplayName("a parameter that cannot be read is named")
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "frozen, yes",
        "openTask, 1",
        "createdFrom, 2015-11-01",
        "createdTo, +99999-01-01T00:00:00Z",
        "dueBefore, tomorrow",
        "totalFrom, -1",
        "totalTo, 1.005",
        "due, paid",
        "due, 'PAYMENT,'",
        "status, 'DRAFT,draft'",
        "sort, -amount",
        "externalReference, a%07b"
    })
    void whatCannotBeRead(String parameter, String value) {
        Answer answer = platform.get("/orders?" + parameter + "=" + value.replace("+", "%2B"));
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo(parameter);
    }

    @Test
    @DisplayName("what counts once is given once; what is not known is named")
    void onceAndKnown() {
        for (String query :
                List.of("frozen=true&frozen=true", "q=a&q=b", "sort=due&sort=due", "status%5B0%5D=DRAFT", "page=1")) {
            Answer answer = platform.get("/orders?" + query);
            refused(answer, 400, "invalid-field");
            assertThat(answer.text("/errors/0/field"))
                    .isEqualTo(query.replaceAll("=.*", "").replace("%5B", "[").replace("%5D", "]"));
        }
    }

    @Test
    @DisplayName("no filter, sort or cursor shows a party the order of another, nor what another account calls it")
    void aPartyFindsItsOwnOnly() {
        String foreign = agreed(draft().with("/externalReference", "R-" + supplier));
        String own =
                opened(Draft.of("S-1001", "acme@example.com").with("/externalReference", "R-" + supplier + "-own"));
        JsonNode order = order(foreign).body();
        String behind = "-created " + order.path("createdAt").asText().replace("01:00:00", "01:00:01") + " " + foreign;
        for (String query : List.of(
                "",
                "q=" + foreign,
                "q=R-" + supplier,
                "externalReference=R-" + supplier,
                "supplierId=" + supplier,
                "buyerEmail=" + buyer,
                "status=AWAITING_DEPOSIT",
                "due=PAYMENT",
                "sort=due",
                "sort=-total",
                "openTask=false",
                "frozen=false",
                "cursor=" + CURSOR.encodeToString(behind.getBytes(StandardCharsets.UTF_8)))) {
            for (String party : List.of("supplier-S-1001", "buyer-acme")) {
                Answer answer = as(party).get("/orders?limit=200&" + query);
                ok(answer);
                assertThat(answer.body().toString())
                        .as("%s by %s", query, party)
                        .doesNotContain(foreign, "R-" + supplier);
            }
        }
        assertThat(as("buyer-acme")
                        .get("/orders/" + own)
                        .body()
                        .path("externalReference")
                        .isNull())
                .isTrue();
        Answer asked = as("buyer-acme").get("/orders?externalReference=R-" + supplier + "-own");
        assertThat(asked.body().path("items")).isEmpty();
        assertThat(order(own).text("/externalReference")).isEqualTo("R-" + supplier + "-own");
    }

    private List<String> found(String query) {
        Answer answer = platform.get("/orders?limit=200&supplierId=" + supplier + "&" + query);
        ok(answer);
        List<String> numbers = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(order -> numbers.add(order.path("orderNo").asText()));
        return numbers;
    }
}
