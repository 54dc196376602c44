package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.acceptance.Api.Answer;

/** Who finds what: each login its own, staff and the platform all, others nothing. */
class FindScopeTest extends AcceptanceTest {

    private String stranger = "";
    private String own = "";
    private List<String> strangers = List.of();

    @BeforeEach
    void anOrderOfEach() {
        stranger = paid(draft().with("/buyer/name", "Fremdling 鲸").with("/lines/0/product", "Geheimware " + supplier));
        remit("FREMD-" + supplier, stranger, "1.00", "TT");
        own = paid(Draft.of("S-1001", "acme@example.com").with("/lines/0/product", "Eigenware " + supplier));
        as("bank").post("/remittances", """
                {"bankReference": "EIGEN-%s", "orderNo": "%s", "amount": "1.00", "currency": "USD", "method": "TT", "remittanceInfo": "Vermerk %s"}
                """.formatted(supplier, own, supplier));
        clock.runDueJobs();
        strangers = List.of(
                stranger, "Fremdling", "鲸", buyer, supplier, "Geheimware", "FREMD-" + supplier, "Supplier " + supplier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplier-S-1001", "buyer-acme"})
    @DisplayName(
            "UI-05: a party finds its own orders and their money, no stranger's, no tasks and nothing that only staff reads")
    void aPartyItsOwn(String party) {
        for (String asked : strangers) {
            assertThat(find(party, asked).toString())
                    .as("%s asks for %s", party, asked)
                    .doesNotContain(stranger, "Fremdling", "\"" + supplier + "\"", "FREMD");
        }
        JsonNode found = find(party, "Eigenware " + supplier);
        assertThat(found.findValuesAsText("orderNo")).containsExactly(own);
        assertThat(found.path("tasks")).isEmpty();
        assertThat(find(party, "eigen-" + supplier).at("/remittances/0/orderNo").asText())
                .isEqualTo(own);
        assertThat(find(party, "Vermerk" + supplier).path("orders"))
                .as("texts of transfers are for staff")
                .isEmpty();
        assertThat(find(party, own).findValuesAsText("matched")).containsExactly("orderNo");
    }

    @Test
    @DisplayName("a supplier finds itself, a buyer the orders with it; the platform finds all, other accounts nothing")
    void othersAndAll() {
        assertThat(find("supplier-S-1001", "S-1001").path("suppliers")).hasSize(1);
        assertThat(find("buyer-acme", "S-1001").path("suppliers")).isEmpty();
        assertThat(find("buyer-acme", "S-1001").findValuesAsText("orderNo")).contains(own);
        for (String asked : strangers) {
            assertThat(find("platform", asked).findValuesAsText("orderNo"))
                    .as(asked)
                    .contains(stranger);
        }
        assertThat(find("platform", "Vermerk" + supplier).findValuesAsText("orderNo"))
                .contains(own);
        for (String other : List.of("bank", "export-service")) {
            assertThat(as(other).get("/search?q=" + stranger).status()).isEqualTo(403);
        }
        assertThat(anonymous().get("/search?q=" + stranger).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("what the platform calls an order is the platform's and the staff's to find")
    void theCallersOwnName() {
        String no = opened(Draft.of("S-1001", "acme@example.com").with("/externalReference", "Eigenname-" + supplier));
        assertThat(find("platform", "eigenname" + "-" + supplier)
                        .at("/orders/0/orderNo")
                        .asText())
                .isEqualTo(no);
        assertThat(find("platform", "eigenname-" + supplier)
                        .at("/orders/0/matched")
                        .asText())
                .isEqualTo("externalReference");
        assertThat(find("buyer-acme", "eigenname-" + supplier).path("orders")).isEmpty();
    }

    @Test
    @DisplayName("a complaint is the buyer's and the desk's, not the supplier's")
    void aComplaintIsNotShownToTheSupplier() {
        String no = paid(Draft.of("S-1001", "acme@example.com"));
        String complaint =
                as("buyer-acme").post("/complaints", """
                {"supplierId": "S-1001", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Late"}
                """.formatted(no)).text("/complaintId");
        assertThat(as("buyer-acme")
                        .get("/search?q=" + complaint)
                        .body()
                        .at("/orders/0/matched")
                        .asText())
                .isEqualTo("complaint");
        assertThat(as("supplier-S-1001").get("/search?q=" + complaint).body().path("orders"))
                .isEmpty();
    }

    private JsonNode find(String account, String asked) {
        Answer found = as(account).get("/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        assertThat(found.status()).as("%s asks for %s", account, asked).isEqualTo(200);
        return found.body();
    }
}
