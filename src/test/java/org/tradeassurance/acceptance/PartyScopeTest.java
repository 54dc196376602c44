package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A party sees and touches its own orders only; the order of a stranger is as unknown as one that does not exist. */
class PartyScopeTest extends AcceptanceTest {

    private static final String UNKNOWN = "99999999999999";

    private String no;

    @BeforeEach
    void anOrderOfOthers() {
        no = agreed(draft());
        assertThat(platform.get("/orders/" + no).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("UI-05: no call on an order tells a stranger more than that it is not there")
    void aStrangersOrderDoesNotExist() {
        assertThat(calls()).hasSizeGreaterThan(20);
        for (Call call : calls()) {
            for (String stranger : List.of("supplier-S-1001", "buyer-acme")) {
                assertThat(call.with("{}", as(stranger), no).status())
                        .as("%s by %s, with a body that lacks all", call, stranger)
                        .isIn(403, 404);
                Api.Answer foreign = call.of(as(stranger), no);
                Api.Answer unknown = call.of(as(stranger), UNKNOWN);
                assertThat(foreign.status()).as("%s by %s", call, stranger).isIn(403, 404);
                assertThat(foreign.status()).as("%s by %s", call, stranger).isEqualTo(unknown.status());
                assertThat(withoutNumber(foreign.body()))
                        .as("%s by %s", call, stranger)
                        .isEqualTo(withoutNumber(unknown.body()));
            }
        }
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
    }

    @Test
    @DisplayName("A stranger's lists, counters, templates and searches hold nothing of it")
    void aStrangersListsAreEmptyOfIt() {
        for (String stranger : List.of("supplier-S-1001", "buyer-acme")) {
            assertThat(as(stranger).get("/orders?q=" + no).body().path("items")).isEmpty();
            assertThat(as(stranger).get("/orders?supplierId=" + supplier).body().path("items"))
                    .isEmpty();
            assertThat(as(stranger).get("/orders?buyerEmail=" + buyer).body().path("items"))
                    .isEmpty();
        }
    }

    private static JsonNode withoutNumber(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        copy.remove(List.of("instance"));
        return copy;
    }

    /** Every call on one order that the application describes. */
    private List<Call> calls() {
        JsonNode paths = description().path("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/orders/{"))
                .flatMap(path -> methods(path.getKey(), path.getValue()))
                .toList();
    }

    private static Stream<Call> methods(String path, JsonNode operations) {
        return operations.properties().stream()
                .map(operation -> new Call(operation.getKey(), path.substring("/api/v1".length())));
    }

    /** A call with a body that would do if the order were the caller's own. */
    private record Call(String method, String path) {

        private static final Map<String, String> BODIES = Map.of(
                "confirmations", "{\"contractVersion\":1}",
                "cancellations", "{\"reason\":\"Not needed\"}",
                "decision", "{\"accept\":true}",
                "closure", "{\"reason\":\"Unpaid\"}",
                "export-orders", "{\"port\":\"Ningbo\",\"destination\":\"GB\"}",
                "feedback", "{\"text\":\"Good\"}",
                "reply", "{\"text\":\"Thanks\"}",
                "disputes", "{\"kind\":\"COMPLAINT\",\"reason\":\"Broken\"}");

        Api.Answer of(Api caller, String orderNo) {
            return with(BODIES.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "{}"), caller, orderNo);
        }

        Api.Answer with(String body, Api caller, String orderNo) {
            String address = path.replaceFirst("\\{[^}]+}", orderNo)
                    .replace("{version}", "1")
                    .replace("{exportOrderNo}", "185002-1");
            return switch (method) {
                case "get" -> caller.get(address);
                case "delete" -> caller.delete(address);
                case "put" ->
                    caller.put(address, Draft.of("S-1", "x@example.com").contract("SUPPLIER"), Map.of("If-Match", "*"));
                default ->
                    caller.post(
                            address,
                            body,
                            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            };
        }
    }
}
