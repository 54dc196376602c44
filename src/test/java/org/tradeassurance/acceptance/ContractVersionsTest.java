package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change is a numbered version that says who wrote it, when, and what is new (NEG-08). */
class ContractVersionsTest extends AcceptanceTest {

    private static final String OTHER_LINES = """
            [{"product": "Lamp", "quantity": "2", "unit": "Set", "unitPrice": "39000.00"}, {"product": "Bulb"}]""";

    private void revised(String no, int version, Draft draft, String party) {
        ok(platform.put(
                "/orders/" + no + "/contract", draft.contract(party), Map.of("If-Match", "\"%d\"".formatted(version))));
    }

    private static List<String> changes(JsonNode version) {
        return StreamSupport.stream(version.path("changes").spliterator(), false)
                .map(change -> change.path("field").asText() + ": "
                        + change.path("from").asText() + " -> "
                        + change.path("to").asText())
                .toList();
    }

    @Test
    @DisplayName("NEG-08: each version says what it changes against the one before")
    void eachVersionSaysWhatIsNew() {
        Draft first = draft().with("/origin", "INQUIRY")
                .with("/payment/methods", "[\"TT\",\"CREDIT_CARD\"]")
                .with("/contacts", "{\"buyer\":{\"phone\":\"1\"}}");
        String no = opened(first);
        at("2015-11-02T10:00:00");
        Draft second = first.amounts("39000.00", "12000.00")
                .with("/payment/methods", "[\"CREDIT_CARD\",\"TT\"]")
                .with("/remark", "In boxes")
                .with("/contacts", "{\"buyer\":{\"phone\":\"2\"}}")
                .with("/shipping/shipBy", "{\"daysAfterDeposit\":15}");
        revised(no, 1, second, "SUPPLIER");
        revised(no, 2, second.with("/lines", OTHER_LINES), "BUYER");

        JsonNode versions = platform.get("/orders/" + no + "/contracts").body().path("items");
        assertThat(changes(versions.get(0))).isEmpty();
        assertThat(changes(versions.get(1)))
                .containsExactly(
                        "lines[0].unitPrice: 40000.00 -> 39000.00",
                        "shipping.shipBy.daysAfterDeposit: null -> 15",
                        "contacts.buyer.phone: 1 -> 2",
                        "remark: null -> In boxes",
                        "shipping.shipBy.date: 2015-11-11 -> null");
        assertThat(versions.get(1).path("party").asText()).isEqualTo("SUPPLIER");
        assertThat(versions.get(1).path("author").asText()).isEqualTo("platform");
        assertThat(versions.get(1).path("createdAt").asText()).isEqualTo("2015-11-02T02:00:00Z");
        assertThat(changes(versions.get(2)))
                .containsExactlyInAnyOrder(
                        "lines[0].productId: P-100 -> null",
                        "lines[0].product: Desk light -> Lamp",
                        "lines[0].category: LIGHTING -> null",
                        "lines[0].quantity: 1 -> 2",
                        "lines[1]: null -> Bulb");
        assertThat(versions.get(2).path("party").asText()).isEqualTo("BUYER");
    }

    @Test
    @DisplayName("NEG-08: a page that begins at a later version, and a version by itself, tell the same changes")
    void aLaterPageTellsTheSame() {
        Draft inquiry = draft().with("/origin", "INQUIRY");
        String no = opened(inquiry);
        revised(no, 1, inquiry.amounts("30000.00", "12000.00"), "SUPPLIER");
        revised(no, 2, inquiry.amounts("20000.00", "12000.00"), "SUPPLIER");
        String path = "/orders/" + no + "/contracts";
        List<String> expected = List.of("lines[0].unitPrice: 30000.00 -> 20000.00");
        String cursor = platform.get(path + "?limit=2").text("/nextCursor");
        assertThat(changes(platform.get(path + "?cursor=" + cursor).body().at("/items/0")))
                .isEqualTo(expected);
        assertThat(changes(platform.get(path + "/3").body())).isEqualTo(expected);
    }

    @Test
    @DisplayName("NEG-03: each module of the order form shows its own completeness")
    void eachModuleShowsItsCompleteness() {
        String no = opened(draft().with("/origin", "INQUIRY")
                .without("/lines/0/unit")
                .without("/shipping/tradeTerm")
                .without("/coverage")
                .with("/buyer", "{\"email\":\"%s\"}".formatted(buyer)));
        JsonNode order = order(no).body();
        assertThat(order.path("completenessByModule").toString())
                .isEqualTo("{\"PRODUCT\":75,\"SHIPPING\":75,\"PAYMENT\":100,\"CONTACTS\":0,\"TERMS\":0}");
        assertThat(order.path("completeness").asInt()).isEqualTo(100 * 8 / 13);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1e45}                        | contacts.a
            {"a":-1e45}                       | contacts.a
            {"a":1e-45}                       | contacts.a
            {"a":{"b":[1,2e60]}}              | contacts.a.b[1]
            {"a":"x\\u0000y"}                 | contacts.a
            {"x\\u0000y":"a"}                 | contacts
            """)
    @DisplayName("What could be stored but never read again is refused by name, before payment and after")
    void aPoisonValueIsRefusedBeforeAnythingIsStored(String contacts, String field) {
        Draft draft = draft();
        Api.Answer opened =
                platform.post("/orders", draft.with("/contacts", contacts).json());
        assertThat(opened.status()).isEqualTo(400);
        assertThat(opened.text("/errors/0/field")).isEqualTo(field);
        String no = paid(draft);
        Api.Answer revised = platform.put(
                "/orders/" + no + "/contract",
                draft.with("/contacts", contacts).contract("SUPPLIER"),
                Map.of("If-Match", "\"1\""));
        assertThat(revised.status()).isEqualTo(400);
        assertThat(revised.text("/code")).isEqualTo("invalid-field");
        assertThat(revised.text("/errors/0/field")).isEqualTo(field);
        assertThat(platform.get("/orders/" + no + "/contracts").body().path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":12345678901234567890.123456789,\"b\":-0.00001}", "{\"a\":1e30}", "{\"电话\":\"😀\"}"})
    @DisplayName("What is stored can be read again")
    void whatIsStoredCanBeRead(String contacts) {
        String no = opened(draft().with("/contacts", contacts));
        assertThat(platform.get("/orders/" + no + "/contracts/1").status()).isEqualTo(200);
        ok(act(no, "confirmations", "{\"party\":\"BUYER\",\"contractVersion\":1}"));
    }
}
