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
}
