package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Goods that the supplier exports itself ship with evidence of their clearance (EXP-01, AMB-09). */
class SelfExportTest extends AcceptanceTest {

    private static final String MIXED = """
            [{"product": "Lamp", "category": "SELF_DECLARED", "quantity": "1", "unit": "Set", "unitPrice": "30000.00"},
             {"product": "Bulb", "category": "LIGHTING", "quantity": "1", "unit": "Set", "unitPrice": "10000.00"}]""";

    private String exported(String lines) {
        String no = paid(draft().with("/lines", lines));
        at("2015-11-11T12:00:00");
        return no;
    }

    private static String own() {
        return MIXED.substring(0, MIXED.indexOf("},") + 1) + "]";
    }

    private String exportOrder(String no, int number) {
        return order(no).text("/shipment/exportOrders/" + number + "/exportOrderNo");
    }

    private Api.Answer prove(String no, String exportOrderNo, String body) {
        return platform.post("/orders/" + no + "/export-orders/" + exportOrderNo + "/clearance", body);
    }

    @Test
    @DisplayName(
            "AMB-09: the supplier shows date and evidence of its own clearance, and the order ships with that date")
    void theSupplierProvesItsClearance() {
        String no = exported(own());
        String number = exportOrder(no, 0);
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
        assertThat(order(no).body().at("/shipment/exportOrders/0/selfExport").asBoolean())
                .isTrue();
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        refused(prove(no, number, "{\"clearedOn\":\"2015-11-10\"}"), 400, "invalid-field");
        refused(prove(no, number, "{\"evidence\":\"310120150000001\"}"), 400, "invalid-field");
        String tomorrow = "{\"clearedOn\":\"2015-11-12\",\"evidence\":\"310120150000001\"}";
        refused(prove(no, number, tomorrow), 400, "invalid-field");
        refused(prove(no, "185002-9999999", tomorrow), 404, "not-found");

        Api.Answer shipped = prove(no, number, "{\"clearedOn\":\"2015-11-10\",\"evidence\":\"310120150000001\"}");
        ok(shipped);
        assertThat(shipped.text("/status")).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(shipped.text("/shipment/actualShipDate")).isEqualTo("2015-11-10");
        assertThat(shipped.text("/shipment/exportOrders/0/evidence")).isEqualTo("310120150000001");
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains(number + " 2015-11-10, 310120150000001");
        refused(
                prove(no, number, "{\"clearedOn\":\"2015-11-09\",\"evidence\":\"310120150000001\"}"),
                409,
                "illegal-transition");
    }

    @Test
    @DisplayName("AMB-09: the export desk records the evidence in its task; declaring afterwards ships the order")
    void theExportDeskRecordsTheEvidence() {
        String no = exported(own());
        tasks.complete(
                task(no, "userTask_proveClearance").getId(),
                Map.of("clearedOn", "2015-11-11", "evidence", "Declaration 7"));
        assertThat(order(no).text("/shipment/exportOrders/0/clearedOn")).isEqualTo("2015-11-11");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("AMB-09: an order of both kinds has an export order for each, and ships when both are cleared")
    void bothKindsInOneOrder() {
        String no = exported(MIXED);
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(2);
        int own = order(no).body().at("/shipment/exportOrders/0/selfExport").asBoolean() ? 0 : 1;
        ok(act(no, "shipment-declaration", "{}"));
        refused(
                prove(no, exportOrder(no, 1 - own), "{\"clearedOn\":\"2015-11-10\",\"evidence\":\"x\"}"),
                404,
                "not-found");
        ok(prove(no, exportOrder(no, own), "{\"clearedOn\":\"2015-11-11\",\"evidence\":\"x\"}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        cleared(exportOrder(no, 1 - own), "2015-11-10");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-11");
    }

    @Test
    @DisplayName("AMB-09: goods of the export service are not cleared by evidence")
    void theExportServiceClearsTheRest() {
        String no = paid(draft());
        assertThat(task(no, "userTask_proveClearance")).isNull();
        assertThat(order(no).body().at("/shipment/exportOrders/0/selfExport").asBoolean())
                .isFalse();
        refused(prove(no, exportOrder(no, 0), "{\"clearedOn\":\"2015-11-01\",\"evidence\":\"x\"}"), 404, "not-found");
    }

    private void modified(String no, int version, String lines) {
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().with("/lines", lines).contract("SUPPLIER"),
                Map.of("If-Match", "\"" + (version - 1) + "\"")));
        clock.runDueJobs();
        confirmed(no, "BUYER", version);
    }

    private String byService() {
        return own().replace("SELF_DECLARED", "LIGHTING");
    }

    @Test
    @DisplayName(
            "AMB-09, AMB-14: goods modified to self-export are cleared by evidence, no longer by the export service")
    void aModificationToSelfExportAsksForEvidence() {
        String no = exported(byService());
        String service = exportOrder(no, 0);
        modified(no, 2, own());
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
        assertThat(exportOrder(no, 0)).isNotEqualTo(service);
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(task(no, "userTask_proveClearance")).isNotNull();
        Api.Answer shipped =
                prove(no, exportOrder(no, 0), "{\"clearedOn\":\"2015-11-11\",\"evidence\":\"310120150000001\"}");
        ok(shipped);
        assertThat(shipped.text("/status")).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName(
            "AMB-09, AMB-14: goods modified back to the export service get its export order, and nobody asks for evidence")
    void aModificationToTheExportServiceWithdrawsTheEvidence() {
        String no = exported(own());
        String own = exportOrder(no, 0);
        modified(no, 2, byService());
        assertThat(task(no, "userTask_proveClearance")).isNull();
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
        assertThat(order(no).body().at("/shipment/exportOrders/0/selfExport").asBoolean())
                .isFalse();
        modified(no, 3, MIXED);
        assertThat(task(no, "userTask_proveClearance")).isNotNull();
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(2);
        assertThat(order(no).body().toString()).doesNotContain(own);
        modified(no, 4, byService());
        assertThat(task(no, "userTask_proveClearance")).isNull();
        shipped(no, "2015-11-11");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName(
            "AMB-14: a modification that leaves the export as it was leaves the evidence task with whoever works on it")
    void aModificationOfThePriceKeepsTheTask() {
        String no = exported(own());
        String task = task(no, "userTask_proveClearance").getId();
        modified(no, 2, own().replace("30000.00", "31000.00"));
        assertThat(task(no, "userTask_proveClearance").getId()).isEqualTo(task);
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
    }

    @Test
    @DisplayName("EXP-03, AMB-14: a modification brings back no export order that the supplier has unlinked")
    void whatTheSupplierUnlinkedStaysUnlinked() {
        String no = exported(byService());
        String unlinked = "/orders/" + no + "/export-orders/" + exportOrder(no, 0);
        assertThat(platform.delete(unlinked).status()).isEqualTo(204);
        modified(no, 2, byService().replace("10000.00", "11000.00"));
        clock.runDueJobs();
        assertThat(order(no).body().at("/shipment/exportOrders")).isEmpty();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
    }

    @Test
    @DisplayName("AMB-14: modified while the deposit is short, the goods are exported as the new version says")
    void aModificationDuringTheTopUp() {
        String no = agreed(draft().with("/lines", byService()));
        remitted(no, "1.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        modified(no, 2, own());
        remitted(no, order(no).text("/amounts/deposit"));
        assertThat(task(no, "userTask_proveClearance")).isNotNull();
        assertThat(order(no).body().at("/shipment/exportOrders/0/selfExport").asBoolean())
                .isTrue();
    }
}
