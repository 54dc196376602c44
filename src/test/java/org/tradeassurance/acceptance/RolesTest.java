package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 2 of the contract against the running application: what each account may call at all. */
class RolesTest extends AcceptanceTest {

    private static final Set<String> BOTH_PARTIES = Set.of(
            "POST /orders",
            "GET /orders",
            "GET /orders/counters",
            "GET /orders/export",
            "GET /search",
            "GET /orders/{}",
            "GET /orders/{}/operations",
            "GET /orders/{}/explanation",
            "GET /transports",
            "GET /orders/{}/contracts",
            "GET /orders/{}/contracts/{}",
            "GET /orders/{}/funds",
            "GET /orders/{}/payment-details",
            "GET /orders/{}/disputes",
            "GET /orders/{}/feedback",
            "POST /orders/{}/submission",
            "PUT /orders/{}/contract",
            "POST /orders/{}/confirmations",
            "POST /orders/{}/cancellations",
            "POST /orders/{}/reminders",
            "POST /orders/{}/disputes",
            "GET /order-templates",
            "GET /order-templates/{}",
            "POST /order-templates",
            "GET /public/trade-records");

    private static final Map<String, Set<String>> OWN = Map.of(
            "supplier-S-1001",
                    Set.of(
                            "POST /orders/{}/cancellations/decision",
                            "POST /orders/{}/closure",
                            "POST /orders/{}/deposit-acceptance",
                            "POST /orders/{}/balance-acceptance",
                            "POST /orders/{}/export-orders",
                            "DELETE /orders/{}/export-orders/{}",
                            "POST /orders/{}/export-orders/{}/clearance",
                            "POST /orders/{}/shipment-declaration",
                            "POST /orders/{}/feedback/reply",
                            "GET /suppliers/{}",
                            "GET /suppliers/{}/quota-entries"),
            "buyer-acme",
                    Set.of(
                            "POST /orders/{}/goods-receipt",
                            "POST /orders/{}/feedback",
                            "POST /complaints",
                            "GET /complaints/{}"),
            "bank", Set.of("POST /remittances", "GET /remittances/{}", "GET /public/trade-records"),
            "export-service", Set.of("POST /customs-clearances", "PUT /export-orders/{}", "GET /public/trade-records"));

    @DisplayName("ACT-01, ACT-02, ACT-04, ACT-05, ACT-08: each account may call what is its own, and nothing else")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACT-01, supplier-S-1001, true",
        "ACT-02, buyer-acme, true",
        "ACT-04, export-service, false",
        "ACT-05, bank, false"
    })
    void anAccountMayCallWhatIsItsOwn(String id, String account, boolean party) {
        Set<String> open = new TreeSet<>();
        Api caller = as(account);
        for (Map.Entry<String, JsonNode> path : description().path("paths").properties()) {
            String address = path.getKey().replaceFirst("^/api/v1", "");
            path.getValue().fieldNames().forEachRemaining(method -> {
                String call = method.toUpperCase(java.util.Locale.ROOT) + " " + address.replaceAll("\\{[^}]*}", "{}");
                if (called(caller, method, address) != 403) {
                    open.add(call);
                }
            });
        }
        Set<String> expected = new TreeSet<>(OWN.getOrDefault(account, Set.of()));
        if (party) {
            expected.addAll(BOTH_PARTIES);
        }
        assertThat(open).as(id).isEqualTo(expected);
    }

    /** Empty bodies and unknown numbers: only the door is asked, nothing is done. */
    private static int called(Api caller, String method, String path) {
        String address = path.replace("{orderNo}", "99999999999999")
                .replace("{version}", "1")
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
        return switch (method) {
            case "get" -> caller.get(address).status();
            case "delete" -> caller.delete(address).status();
            case "put" -> caller.put(address, "{}", Map.of("If-Match", "*")).status();
            default ->
                caller.post(
                                address,
                                "{}",
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                        .status();
        };
    }

    @DisplayName("ACT-03, ACT-06: only the platform judges, sanctions and limits")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"supplier-S-1001", "buyer-acme", "bank", "export-service"})
    void onlyThePlatformJudges(String account) {
        Api caller = as(account);
        for (String path : List.of(
                "/orders/99999999999999/disputes/decision",
                "/suppliers/S-1001/reinstatement",
                "/suppliers/S-1001/quotations",
                "/sandbox/reset")) {
            assertThat(caller.post(path, "{}").status()).as(path).isEqualTo(403);
        }
        assertThat(caller.put("/suppliers/S-1001", "{}", Map.of()).status()).isEqualTo(403);
    }
}
