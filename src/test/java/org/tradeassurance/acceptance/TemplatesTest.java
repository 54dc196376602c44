package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.Api.Answer;

class TemplatesTest extends AcceptanceTest {

    @Test
    @DisplayName("NEG-08: an order is saved as a template that another order can start from")
    void anOrderIsSavedAsATemplate() {
        Draft draft = Draft.of("S-1001", "acme@example.com");
        String no = opened(draft);
        Answer saved = as("supplier-S-1001").post("/order-templates", body("Desk lights", no));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(201);
        String id = saved.text("/templateId");
        assertThat(saved.headers().firstValue("Location")).hasValue("/api/v1/order-templates/" + id);

        Answer template = as("supplier-S-1001").get("/order-templates/" + id);
        assertThat(template.body().at("/content/lines"))
                .isEqualTo(order(no).body().path("lines"));
        assertThat(template.body().at("/content/payment"))
                .isEqualTo(order(no).body().path("payment"));
        assertThat(as("supplier-S-1001").get("/order-templates?limit=1").text("/items/0/name"))
                .isEqualTo("Desk lights");
        assertThat(platform.get("/order-templates/" + id).status()).isEqualTo(200);
    }

    @Test
    void aTemplateBelongsToItsParty() {
        String no = opened(Draft.of("S-1001", "acme@example.com"));
        String id = as("buyer-acme").post("/order-templates", body("Mine", no)).text("/templateId");
        assertThat(as("buyer-acme").get("/order-templates/" + id).status()).isEqualTo(200);
        assertThat(as("supplier-S-1001").get("/order-templates/" + id).status()).isEqualTo(404);
        assertThat(as("buyer-globex").get("/order-templates").body().toString()).doesNotContain("Mine");
        refused(as("buyer-globex").post("/order-templates", body("Theirs", no)), 404, "not-found");
        refused(platform.post("/order-templates", "{\"orderNo\": \"%s\"}".formatted(no)), 400, "invalid-field");
        refused(platform.post("/order-templates", "{\"name\": \"x\"}"), 400, "invalid-field");
        refused(platform.get("/order-templates/x"), 404, "not-found");
    }

    @Test
    @DisplayName("NEG-08: an order starts from a template; what its body says replaces that module of it")
    void anOrderStartsFromATemplate() {
        String no = opened(Draft.of("S-1001", "acme@example.com").with("/remark", "In boxes"));
        Api mine = as("supplier-S-1001");
        String id = mine.post("/order-templates", body("Lights", no)).text("/templateId");
        Answer started =
                mine.post("/orders", started(id, ", \"payment\": {\"methods\":[\"TT\"],\"deposit\":\"9.00\"}"));
        assertThat(started.status()).as(started.body().toString()).isEqualTo(201);
        assertThat(started.text("/supplierId")).isEqualTo("S-1001");
        assertThat(started.body().path("lines")).isEqualTo(order(no).body().path("lines"));
        assertThat(started.body().path("shipping")).isEqualTo(order(no).body().path("shipping"));
        assertThat(started.text("/coverage/mode")).isEqualTo("NONE");
        assertThat(started.text("/remark")).isEqualTo("In boxes");
        assertThat(started.text("/payment/deposit")).isEqualTo("9.00");
        assertThat(started.text("/contractVersion")).isEqualTo("1");

        assertThat(as("platform").post("/orders", started(id, "")).status()).isEqualTo(201);
        refused(as("supplier-S-1002").post("/orders", started(id, "")), 404, "not-found");
        refused(mine.post("/orders", started("x", "")), 404, "not-found");
    }

    @Test
    @DisplayName("NEG-08: the content of a template can be sent as it is")
    void theContentOfATemplateCanBeSentAsItIs() {
        Api mine = as("supplier-S-1001");
        String no = opened(Draft.of("S-1001", "acme@example.com"));
        String id = mine.post("/order-templates", body("Lights", no)).text("/templateId");
        ObjectNode content =
                (ObjectNode) mine.get("/order-templates/" + id).body().path("content");
        ObjectNode order = content.deepCopy().put("origin", "SUPPLIER_DRAFT").put("supplierId", "S-1001");
        order.putObject("buyer")
                .put("email", "globex@example.org")
                .put("country", "US")
                .put("accountType", "OVERSEAS_PAID");
        order.putObject("acknowledged").put("serviceAgreement", true).put("exportService", true);
        Answer sent = mine.post("/orders", order.toString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        assertThat(sent.body().path("lines")).isEqualTo(content.path("lines"));
    }

    private static String started(String templateId, String more) {
        return """
                {"origin": "SUPPLIER_DRAFT", "templateId": "%s",
                 "buyer": {"email": "globex@example.org", "country": "US", "accountType": "OVERSEAS_PAID"},
                 "acknowledged": {"serviceAgreement": true, "exportService": true}%s}
                """.formatted(templateId, more);
    }

    private static String body(String name, String no) {
        return "{\"name\": \"%s\", \"orderNo\": \"%s\"}".formatted(name, no);
    }
}
