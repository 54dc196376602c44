package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.Api.Answer;

class SanctionsTest extends AcceptanceTest {

    @Test
    @DisplayName(
            "VIO-07, AMB-20, AC-VIO-6: a suspended supplier drafts nothing new; its running order ships and completes")
    void aSuspendedSupplierFinishesWhatRuns() {
        String no = paid(draft());
        suspended();
        refused(platform.post("/orders", draft().json()), 422, "supplier-suspended");
        until("2015-11-06T09:00:00");
        shipped(no, "2015-11-05");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));
        assertThat(status(no)).isEqualTo("COMPLETED");

        Answer reinstated =
                platform.post("/suppliers/" + supplier + "/reinstatement", "{\"reason\": \"Trades again\"}");
        ok(reinstated);
        assertThat(reinstated.text("/standing")).isEqualTo("ACTIVE");
        refused(
                platform.post("/suppliers/" + supplier + "/reinstatement", "{\"reason\": \"Again\"}"),
                409,
                "illegal-transition");
        opened(draft());
    }

    @Test
    @DisplayName("VIO-07, TR-06: a suspended supplier commits to no new version, the buyer confirms what stands")
    void aSuspendedSupplierCommitsToNoNewVersion() {
        Draft draft = draft().with("/coverage", "POST_DELIVERY");
        String no = opened(draft);
        suspended();
        Answer modified = platform.put(
                "/orders/" + no + "/contract",
                draft.amounts("41000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\""));
        refused(modified, 422, "supplier-suspended");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        confirmed(no, "BUYER", 1);
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
    }

    private void suspended() {
        jdbc.sql("update supplier set standing = 'SUSPENDED' where supplier_id = :id")
                .param("id", supplier)
                .update();
        jdbc.sql("""
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        values (:id, 'SUSPENDED', now(), 'test', 'test')
                        """).param("id", supplier).update();
    }

    @Test
    @DisplayName("VIO-01..03: a complaint is filed, seen and judged by REST; the second decision comes too late")
    void aComplaintIsFiledAndJudgedByRest() {
        String no = opened(Draft.of(supplier, "acme@example.com"));
        Answer filed = as("buyer-acme").post("/complaints", complaint(no));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(202);
        assertThat(filed.text("/state")).isEqualTo("OPEN");
        String complaint = "/complaints/" + filed.text("/complaintId");
        assertThat(as("buyer-acme").get(complaint).text("/orderNo")).isEqualTo(no);
        refused(as("buyer-globex").get(complaint), 404, "not-found");
        refused(as("buyer-globex").post("/complaints", complaint(no)), 404, "not-found");
        refused(as("supplier-S-1001").post("/complaints", complaint(no)), 403, "forbidden");
        refused(
                as("buyer-acme").post(complaint + "/decision", "{\"upheld\": true, \"reason\": \"x\"}"),
                403,
                "forbidden");
        refused(platform.post(complaint + "/decision", "{\"upheld\": true}"), 400, "invalid-field");

        Answer judged = platform.post(complaint + "/decision", "{\"upheld\": true, \"reason\": \"Proven\"}");
        ok(judged);
        assertThat(judged.text("/state")).isEqualTo("UPHELD");
        Answer late = platform.post(complaint + "/decision", "{\"upheld\": false, \"reason\": \"No\"}");
        refused(late, 409, "illegal-transition");
        assertThat(late.text("/detail")).contains("UPHELD");
        assertThat(platform.get("/suppliers/" + supplier).text("/upheldRefusals"))
                .isEqualTo("1");
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("complaint-filed", "complaint-upheld");
    }

    private String complaint(String no) {
        return """
                {"supplierId": "%s", "orderNo": "%s", "kind": "UNREASONABLE_REFUSAL", "text": "They would not confirm."}
                """.formatted(supplier, no);
    }

    @Test
    @DisplayName("A complaint names a supplier that exists, and an order of that supplier")
    void aComplaintNamesWhomItIsAbout() {
        String no = opened(draft());
        String complaint = "{\"supplierId\":\"%s\",\"orderNo\":\"%s\",\"kind\":\"CONTRACT_BREACH\",\"text\":\"Late\"}";
        Api.Answer unknown = platform.post("/complaints", complaint.formatted("S-NONE", no));
        refused(unknown, 400, "invalid-field");
        assertThat(unknown.text("/errors/0/field")).isEqualTo("supplierId");
        Api.Answer other = platform.post("/complaints", complaint.formatted("S-1001", no));
        refused(other, 400, "invalid-field");
        assertThat(other.text("/errors/0/message")).isEqualTo("is no order of supplier S-1001");
        Api.Answer garbled = platform.post("/complaints", complaint.formatted(supplier, "123"));
        refused(garbled, 400, "invalid-field");
        assertThat(garbled.text("/errors/0/message")).isEqualTo("must be an order number of 14 digits");
    }

    @Test
    @DisplayName("VIO-01: a buyer has one open complaint about an order; the next waits for the decision")
    void oneOpenComplaintAnOrder() {
        String no = opened(Draft.of(supplier, "acme@example.com"));
        String other = opened(Draft.of(supplier, "acme@example.com"));
        Answer first = as("buyer-acme").post("/complaints", complaint(no));
        assertThat(first.status()).isEqualTo(202);
        Answer again = as("buyer-acme").post("/complaints", complaint(no));
        refused(again, 409, "complaint-open");
        assertThat(again.text("/detail")).contains(first.text("/complaintId"));
        assertThat(as("buyer-acme").post("/complaints", complaint(other)).status())
                .isEqualTo(202);
        assertThat(platform.post("/complaints", complaint(no)).status()).isEqualTo(202);
        ok(platform.post(
                "/complaints/" + first.text("/complaintId") + "/decision", "{\"upheld\": false, \"reason\": \"No\"}"));
        assertThat(as("buyer-acme").post("/complaints", complaint(no)).status()).isEqualTo(202);
    }

    @Test
    @DisplayName("VIO-01: about a supplier without any order only the platform complains")
    void aComplaintWithoutAnOrderNeedsThePlatform() {
        String general = "{\"supplierId\":\"%s\",\"kind\":\"UNREASONABLE_REFUSAL\",\"text\":\"Drafts nothing\"}"
                .formatted(supplier);
        refused(as("buyer-acme").post("/complaints", general), 422, "complaint-without-order");
        assertThat(platform.post("/complaints", general).status()).isEqualTo(202);
        opened(Draft.of(supplier, "acme@example.com"));
        assertThat(as("buyer-acme").post("/complaints", general).status()).isEqualTo(202);
        refused(as("buyer-acme").post("/complaints", general), 409, "complaint-open");
    }
}
