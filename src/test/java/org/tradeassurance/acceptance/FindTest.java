package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.acceptance.Api.Answer;

/** Finding an order, its money, its tasks and its supplier by whatever somebody remembers, and nothing that is a stranger's. */
@DirtiesContext
class FindTest extends AcceptanceTest {

    private static final List<String> GROUPS = List.of("orders", "suppliers", "remittances", "tasks");

    @Test
    @DisplayName(
            "O1, O2: an order is found by its number from four digits on, by buyer, e-mail, supplier and product, and so are its tasks")
    void byWhatItSays() {
        named(supplier, "深圳鑫磊照明有限公司 / Shenzhen Xinlei Lighting Co., Ltd.");
        String no = opened(draft().with("/buyer/name", "Bouwmarkt Überall 株式会社")
                .with("/lines/0/product", "Café ＬＥＤ 台灯")
                .with("/lines/0/productId", "QX-7719"));
        found(no, "orderNo", no, " " + no.substring(0, 7) + " " + no.substring(7), wide(no));
        assertThat(matched("/search?q=" + no.substring(6, 12), no)).isEqualTo("orderNo");
        assertThat(matched("/search?q=" + no.substring(0, 10), no)).isEqualTo("orderNo");
        found(
                no,
                "buyer",
                "Bouwmarkt",
                "bouwMARKT ÜBER",
                "Uberall".replace("U", "U\u0308"),
                "überall",
                "株式",
                "株",
                "arkt");
        found(no, "email", buyer, buyer.toUpperCase(java.util.Locale.ROOT), buyer.substring(0, buyer.indexOf('.')));
        found(no, "supplier", supplier, "深圳鑫磊照明有限公司", "鑫磊", "磊", "xinlei lighting", "XINLEI", "ｘｉｎｌｅｉ", "Lighting Co.");
        found(no, "product", "Cafe\u0301 led", "LED台灯", "ＬＥＤ\u3000台灯", "qx-7719", "7719", "台灯");
        for (String asked : List.of(no, "Bouwmarkt", buyer, "鑫磊", "QX-7719")) {
            JsonNode tasks = find(asked).body().path("tasks");
            assertThat(tasks).as(asked).hasSize(1);
            assertThat(tasks.at("/0/orderNo").asText()).isEqualTo(no);
            assertThat(tasks.at("/0/name/zh").asText()).isEqualTo("以买家身份确认合同");
            assertThat(tasks.at("/0/desk").asText()).isEqualTo("buyer-desk");
        }
        assertThat(find("鑫磊").body().at("/suppliers/0/supplierId").asText()).isEqualTo(supplier);
    }

    @Test
    @DisplayName(
            "numbers are found by four digits, not by three; names by two letters or one Chinese character, one letter begins them")
    void bothSidesOfTheLimits() {
        String no = opened(draft().with("/buyer/name", "Zyxomma 鳜鱼").with("/lines/0/product", "417"));
        assertThat(orders(no.substring(7, 11))).contains(no);
        for (String short_ : List.of(no.substring(0, 3), no.substring(11), no.substring(5, 7))) {
            assertThat(orders(short_)).as(short_).doesNotContain(no);
        }
        found(no, "product", "417");
        found(no, "buyer", "xo", "鳜", "z");
        assertThat(orders("q")).doesNotContain(no);
        assertThat(orders("鳝")).doesNotContain(no);
    }

    @Test
    @DisplayName("an order is found by its money, export order, refund and complaint, and money by itself")
    void byWhatBelongsToIt() {
        String no = agreed(draft());
        Answer money = as("bank").post("/remittances", """
                {"bankReference": "ZX98-%s-K", "orderNo": "%s", "amount": "40000.50", "currency": "USD", "method": "TT",
                 "remittanceInfo": "Pago de lámparas 灯具尾款 %s"}
                """.formatted(supplier, no, supplier));
        clock.runDueJobs();
        found(no, "bankReference", "zx98-" + supplier, "98-" + supplier + "-k");
        found(no, "remittance", "灯具尾款" + supplier, "de lámparas灯具尾款 " + supplier, money.text("/remittanceId"));
        Answer found = find("zx98-" + supplier + "-k");
        assertThat(found.text("/remittances/0/remittanceId")).isEqualTo(money.text("/remittanceId"));
        assertThat(found.text("/remittances/0/amount")).isEqualTo("40000.50");
        assertThat(found.text("/remittances/0/state")).isEqualTo("APPLIED");
        assertThat(found.text("/remittances/0/orderNo")).isEqualTo(no);
        assertThat(find(no).body().at("/remittances/0/remittanceId").asText()).isEqualTo(money.text("/remittanceId"));

        found(no, "exportOrder", order(no).text("/shipment/exportOrders/0/exportOrderNo"));
        String refund = platform.get("/orders/" + no + "/funds").text("/refunds/0/refundNo");
        found(no, "refund", refund);
        assertThat(find(refund).body().at("/tasks/0/orderNo").asText()).isEqualTo(no);
        String complaint =
                platform.post("/complaints", """
                {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Late"}
                """.formatted(supplier, no)).text("/complaintId");
        found(no, "complaint", complaint);
    }

    @Test
    @DisplayName("money and clearances without an order are found with their tasks, by the number that they state too")
    void whatHasNoOrder() {
        String stated = "30" + supplier.replaceAll("\\D", "")
                + "77770000000000".substring(supplier.replaceAll("\\D", "").length() + 2);
        remit("LOST-" + supplier, stated, "500.00", "TT");
        cleared("EO-LOST-" + supplier, "2015-11-01");
        for (String asked : List.of("lost-" + supplier, stated)) {
            Answer found = find(asked);
            assertThat(found.body().at("/remittances/0/bankReference").asText())
                    .as(asked)
                    .isEqualTo("LOST-" + supplier);
            assertThat(found.body().path("tasks").findValuesAsText("desk"))
                    .as(asked)
                    .contains("finance-desk");
        }
        assertThat(find("eo-lost-" + supplier).body().path("tasks").findValuesAsText("desk"))
                .contains("export-desk");
    }

    @Test
    @DisplayName(
            "the whole value comes before its beginning, the beginning before a part, the newer before the older; 20 of each at most")
    void theBestComeFirst() {
        String word = "Qwv" + supplier.replace("-", "");
        String whole = opened(draft().with("/buyer/name", word));
        String olderStart = opened(draft().with("/buyer/name", word + " Ltd"));
        String newerStart = opened(draft().with("/lines/0/product", word + " lamp"));
        String olderPart = opened(draft().with("/buyer/name", "The " + word));
        String newerPart = opened(draft().with("/lines/0/product", "Lamp " + word));
        assertThat(orders(word)).containsExactly(whole, newerStart, olderStart, newerPart, olderPart);
        jdbc.sql("""
                        insert into search_word (key, field, order_no, party, compared)
                        select 'many-' || n, 'product', :no, 'BOTH', e'\\n' || search_text(:word || n) || e'\\n' from generate_series(1, 3000) n
                        """).param("no", newerPart).param("word", word).update();
        assertThat(orders(word))
                .startsWith(whole)
                .contains(newerStart, olderStart)
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    @DisplayName("what is found follows the contract in force and what is no longer said")
    void changesAreFollowed() {
        Draft draft = draft().with("/lines/0/product", "Kupferdraht" + supplier);
        String no = opened(draft);
        assertThat(orders("kupferdraht" + supplier)).contains(no);
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft.with("/lines/0/product", "Messingrohr" + supplier).contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        assertThat(orders("messingrohr" + supplier)).contains(no);
        assertThat(orders("kupferdraht" + supplier)).doesNotContain(no);
        named(supplier, "Umbenannt " + supplier);
        assertThat(orders("umbenannt" + supplier)).contains(no);
        assertThat(find("Supplier " + supplier).body().path("suppliers")).isEmpty();
    }

    @Test
    @DisplayName("1 to 200 characters, whatever they are; signs that mean something to the database mean nothing here")
    void anyTextIsAnswered() {
        String no = opened(draft().with("/lines/0/product", "100%_\\ 'cotton' " + supplier));
        String other = opened(draft().with("/lines/0/product", "100 cotton " + supplier));
        assertThat(orders("100%_\\'cotton'" + supplier)).containsExactly(no);
        assertThat(orders("%" + supplier)).doesNotContain(no, other);
        for (String asked : List.of(
                "%",
                "_",
                "'",
                "\"",
                "\\",
                "%%",
                "__",
                "''",
                ";--",
                "\u0007",
                "\n",
                " ",
                "\u3000",
                "😀",
                "a".repeat(200),
                "鑫".repeat(200),
                "😀".repeat(200))) {
            Answer found = find(asked);
            assertThat(found.status()).as(asked).isEqualTo(200);
            GROUPS.forEach(group ->
                    assertThat(found.body().path(group).isArray()).as(asked).isTrue());
        }
        assertThat(find(" \u3000").body().findValuesAsText("orderNo")).isEmpty();
        for (String asked : List.of("", "a".repeat(201), "鑫".repeat(201))) {
            refused(find(asked), 400, "invalid-field");
        }
        refused(platform.get("/search"), 400, "invalid-field");
        refused(platform.get("/search?q=a&q=b"), 400, "invalid-field");
        refused(platform.get("/search?q=a&x=b"), 400, "invalid-field");
    }

    private void named(String id, String name) {
        Answer answer = platform.put("/suppliers/" + id, """
                {"name": "%s", "region": "CN", "quotaLimit": "119000.00", "assuranceActive": true}
                """.formatted(name), Map.of());
        ok(answer);
    }

    private Answer find(String asked) {
        return platform.get("/search?q=" + encoded(asked));
    }

    private List<String> orders(String asked) {
        List<String> numbers = new ArrayList<>();
        find(asked)
                .body()
                .path("orders")
                .forEach(order -> numbers.add(order.path("orderNo").asText()));
        return numbers;
    }

    private void found(String no, String matched, String... spellings) {
        for (String asked : spellings) {
            assertThat(matched("/search?q=" + encoded(asked), no)).as(asked).isEqualTo(matched);
        }
    }

    private String matched(String path, String no) {
        for (JsonNode order : platform.get(path).body().path("orders")) {
            if (order.path("orderNo").asText().equals(no)) {
                return order.path("matched").asText();
            }
        }
        return "not found";
    }

    private static String wide(String number) {
        return number.chars()
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.append((char) (digit - '0' + '０')),
                        StringBuilder::append)
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
