package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static String body(String name, String no) {
        return "{\"name\": \"%s\", \"orderNo\": \"%s\"}".formatted(name, no);
    }
}
