package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
        JsonNode due = order(sooner).body().path("nextDue");
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
        assertThat(order(sooner).body().path("nextDue").isNull()).isTrue();
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
        assertThat(as("buyer-acme")
                        .get("/orders?externalReference=R-" + supplier + "-own")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(order(own).text("/externalReference")).isEqualTo("R-" + supplier + "-own");
    }

    @Test
    @DisplayName(
            "a reference is an account's: the second order under it is refused with the number of the first, another account may use it")
    void aReferenceNamesOneOrderOfAnAccount() {
        Draft first = Draft.of("S-1001", "acme@example.com").with("/externalReference", "PO-" + supplier);
        Answer refusedFirst =
                platform.post("/orders", first.with("/buyer/country", "KP").json());
        assertThat(refusedFirst.status())
                .as("stores nothing, the reference stays free")
                .isEqualTo(422);
        Answer opened = platform.post("/orders", first.json());
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/externalReference")).isEqualTo("PO-" + supplier);
        Answer second =
                platform.post("/orders", first.with("/remark", "another").json());
        refused(second, 409, "reference-exists");
        assertThat(second.text("/orderNo")).isEqualTo(opened.text("/orderNo"));
        assertThat(as("supplier-S-1001").post("/orders", first.json()).status()).isEqualTo(201);
        Map<String, String> key = Map.of("Idempotency-Key", "ref-" + supplier);
        Draft replayed = first.with("/externalReference", "PO-again-" + supplier);
        Answer once = platform.post("/orders", replayed.json(), key);
        Answer again = platform.post("/orders", replayed.json(), key);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    @DisplayName("of many at once under one reference one opens the order, the others are told its number")
    void manyAtOnceUnderOneReference() throws Exception {
        String body = Draft.of(supplier, buyer)
                .with("/externalReference", "RACE-" + supplier)
                .json();
        Callable<Answer> post = () -> platform.post("/orders", body);
        var pool = Executors.newFixedThreadPool(4);
        List<Answer> answers = new ArrayList<>();
        for (var answer : pool.invokeAll(List.of(post, post, post, post))) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers)
                .extracting(answer -> answer.text("/orderNo"))
                .containsOnly(answers.get(0).text("/orderNo"));
    }

    @DisplayName("a reference has 1 to 64 characters, all of which show")
    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400",
                "' '|400",
                "a\\nb|400",
                "a\\u0000b|400",
                "a\\u200bb|400",
                "65|400",
                "64|201",
                "合同 7号 – é|201"
            })
    void whatAReferenceMayBe(String reference, int status) {
        String text = reference.matches("\\d+") ? "字".repeat(Integer.parseInt(reference)) : reference;
        String body = draft().with("/externalReference", "?").json().replace("\"?\"", "\"" + text + "\"");
        Answer answer = platform.post("/orders", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.code()).isEqualTo("invalid-field");
            assertThat(answer.text("/errors/0/field")).isEqualTo("externalReference");
        } else {
            assertThat(answer.text("/externalReference")).isEqualTo(text);
        }
    }

    @Test
    @DisplayName(
            "a file has the orders of the filter in its order: numbers as text, nothing that a spreadsheet runs, in the caller's language")
    void asAFile() throws Exception {
        String small = opened(draft().amounts("100.00", "50.00").with("/lines/0/product", "=1+1"));
        String great = agreed(draft().amounts("12450.00", "50.00").with("/externalReference", "@PO-" + supplier));
        String csv = new String(
                platform.file("/orders/export?format=csv&sort=total&supplierId=" + supplier), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff\"Order number\",");
        assertThat(csv.lines().skip(1).map(line -> line.substring(1, 15))).containsExactly(small, great);
        assertThat(csv)
                .contains(
                        ",\"'=1+1\",100.00,",
                        ",\"'@PO-" + supplier + "\",",
                        ",12450.00,",
                        "2015-11-01 09:00",
                        "(buyer-desk)");
        assertThat(csv.lines().filter(line -> line.matches(".*(^|,)\"?[=+@\\t-].*")))
                .isEmpty();
        Answer chinese =
                platform.get("/orders/export?format=csv&supplierId=" + supplier, Map.of("Accept-Language", "zh-CN"));
        assertThat(chinese.body().asText()).contains("订单号", "待买家付款");
        assertThat(chinese.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"orders-2015-11-01.csv\"");
        byte[] book = platform.file("/orders/export?format=xlsx&sort=total&supplierId=" + supplier);
        String cells = entries(book).replace("&apos;", "'").replace("&#39;", "'");
        assertThat(cells)
                .contains(small, great, "'=1+1", "<v>12450.00</v>")
                .doesNotContain("<f>", ">=1+1", "<v>" + small);
        assertThat(as("supplier-S-1001")
                        .get("/orders/export?format=csv&q=" + great)
                        .body()
                        .asText())
                .doesNotContain(great, "Open tasks");
        refused(platform.get("/orders/export?format=pdf"), 400, "invalid-field");
        refused(platform.get("/orders/export"), 400, "invalid-field");
        refused(platform.get("/orders/export?format=csv&cursor=a"), 400, "invalid-field");
    }

    /** The texts of a workbook's parts. */
    private static String entries(byte[] book) throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("book", ".xlsx");
        java.nio.file.Files.write(file, book);
        StringBuilder texts = new StringBuilder();
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                texts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        java.nio.file.Files.delete(file);
        return texts.toString();
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
