package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShipmentTest extends AcceptanceTest {

    private String no = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void twoExportOrders() {
        no = paid(draft());
        first = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        Api.Answer linked = act(no, "export-orders", "{\"port\":\"Shanghai\",\"destination\":\"GB\"}");
        assertThat(linked.status()).as(linked.body().toString()).isEqualTo(201);
        second = linked.text("/exportOrderNo");
    }

    @Test
    @DisplayName("SHP-01, SHP-02, SHP-05, AMB-10, AC-SHP-1: the last clearance counts; on the agreed day it is on time")
    void theLastClearanceOnTheAgreedDayIsOnTime() {
        at("2015-11-11T12:00:00");
        cleared(first, "2015-11-09");
        cleared(second, "2015-11-11");
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-11");
        assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isTrue();
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("SHP-04, SHP-05, AC-SHP-2: a day later it is late, and the export desk has been asked to chase it")
    void aDayLaterIsLate() {
        until("2015-11-11T23:59:59");
        assertThat(task(no, "userTask_chaseLateShipment")).isNull();
        until("2015-11-12T00:00:00");
        assertThat(task(no, "userTask_chaseLateShipment")).isNotNull();
        cleared(first, "2015-11-09");
        cleared(second, "2015-11-12");
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isFalse();
        assertThat(task(no, "userTask_chaseLateShipment")).isNull();
    }

    @Test
    @DisplayName("DRF-05, AC-SHP-3: 15 days after the deposit of 2015-12-01 16:30 is 2015-12-16, until 24:00")
    void aRelativeShipDateIsFixedByTheDeposit() {
        at("2015-12-01T15:00:00");
        String relative = agreed(draft().with("/shipping/shipBy", "{\"daysAfterDeposit\":15}"));
        assertThat(order(relative).body().at("/shipment/agreedShipDate").isNull())
                .isTrue();
        at("2015-12-01T16:30:00");
        remitted(relative, "12000.00");
        assertThat(order(relative).text("/shipment/agreedShipDate")).isEqualTo("2015-12-16");
        assertThat(order(relative).text("/deadlines/shipBy")).isEqualTo("2015-12-16");
        until("2015-12-16T23:59:59");
        assertThat(task(relative, "userTask_chaseLateShipment")).isNull();
        until("2015-12-17T00:00:00");
        assertThat(task(relative, "userTask_chaseLateShipment")).isNotNull();
    }

    @Test
    @DisplayName(
            "EXP-03, AC-SHP-4, AC-SHP-5: an uncleared export order holds the shipment back until it is cleared or unlinked")
    void anUnclearedExportOrderHoldsTheShipmentBack() {
        at("2015-11-10T12:00:00");
        cleared(first, "2015-11-09");
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        assertThat(platform.delete("/orders/" + no + "/export-orders/" + second).status())
                .isEqualTo(204);
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-09");
    }

    @Test
    @DisplayName("EXP-05: an export order belongs to one open order, and a cleared one stays linked")
    void exportOrdersAreNotShared() {
        String other = paid(draft());
        refused(
                act(
                        other,
                        "export-orders",
                        "{\"exportOrderNo\":\"" + second + "\",\"port\":\"x\",\"destination\":\"GB\"}"),
                422,
                "export-order-linked-elsewhere");
        at("2015-11-10T12:00:00");
        cleared(first, "2015-11-09");
        refused(platform.delete("/orders/" + no + "/export-orders/" + first), 422, "export-order-cleared");
    }

    @Test
    @DisplayName("SHP-02: what customs told counts, ahead of this clock too; a correction moves it")
    void theDayOfTheClearanceIsTheCustoms() {
        at("2015-11-10T12:00:00");
        cleared(first, "2015-11-11");
        cleared(second, "2015-11-11");
        ok(act(no, "shipment-declaration", ""));
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-11");
        cleared(second, "2015-11-12");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-12");
    }

    @Test
    @DisplayName("An action without fields takes no body, whatever its type is said to be")
    void nothingIsOfNoType() {
        assertThat(platform.post(
                                "/orders/" + no + "/shipment-declaration",
                                "",
                                Map.of(
                                        "Content-Type",
                                        "application/x-www-form-urlencoded",
                                        "Idempotency-Key",
                                        "empty-" + no))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("AMB-27: without a linked export order nothing can be declared")
    void nothingIsDeclaredWithoutAnExportOrder() {
        platform.delete("/orders/" + no + "/export-orders/" + first);
        platform.delete("/orders/" + no + "/export-orders/" + second);
        refused(act(no, "shipment-declaration", "{}"), 422, "no-export-order");
    }

    @Test
    @DisplayName("EXP-02: whoever brings the money may wait until the export order is made")
    void thePayerWaitsForTheExportOrder() throws Exception {
        String no = agreed(draft());
        CompletableFuture<Api.Answer> paid = CompletableFuture.supplyAsync(() -> as("bank")
                .post(
                        "/remittances",
                        """
                {"bankReference": "WAIT-%s", "orderNo": "%s", "amount": "12000.00", "currency": "USD", "method": "TT"}
                """.formatted(no, no),
                        Map.of("Idempotency-Key", "wait-" + no, "Prefer", "wait=10")));
        Awaitility.await()
                .until(() -> order(no).body().path("pendingChecks").toString().equals("[\"EXPORT_ORDER\"]"));
        assertThatThrownBy(() -> paid.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        clock.runDueJobs();
        assertThat(paid.get(20, TimeUnit.SECONDS).text("/state")).isEqualTo("APPLIED");
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
    }
}
