package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NegotiationTest extends AcceptanceTest {

    @Test
    @DisplayName(
            "NEG-02, NEG-03, AMB-12, TR-02, AC-NEG-1: below 100 % completeness nobody can confirm, at 100 % the buyer can")
    void onlyACompleteOrderIsConfirmed() {
        String lines = IntStream.range(0, 25)
                .mapToObj(i -> "{\"product\":\"Lamp %d\",\"quantity\":\"1\",\"unit\":\"Set\",\"unitPrice\":\"1600.00\"}"
                        .formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
        Draft inquiry = draft().with("/origin", "INQUIRY").with("/lines", lines);
        String no = opened(inquiry.without("/lines/24/unit"));
        assertThat(order(no).body().path("completeness").asInt()).isEqualTo(99);
        refused(confirm(no, "BUYER", 1), 422, "incomplete-order");

        ok(platform.put("/orders/" + no + "/contract", inquiry.contract("BUYER"), Map.of("If-Match", "\"1\"")));
        assertThat(order(no).body().path("completeness").asInt()).isEqualTo(100);
        confirmed(no, "BUYER", 2);
        assertThat(status(no)).isEqualTo("AWAITING_SUPPLIER_CONFIRM");
    }

    @Test
    @DisplayName(
            "NEG-04, NEG-05, TR-04, AC-NEG-2: buyer at 11:00 and supplier at 11:01 confirm the same version: agreed, awaiting the deposit")
    void bothConfirmTheSameVersion() {
        at("2015-11-18T10:00:00");
        String no = opened(draft().with("/origin", "INQUIRY"));
        at("2015-11-18T11:00:00");
        confirmed(no, "BUYER", 1);
        at("2015-11-18T11:01:00");
        confirmed(no, "SUPPLIER", 1);

        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(order(no).text("/confirmed/supplier")).isEqualTo("2015-11-18T03:01:00Z");
        assertThat(order(no).text("/deadlines/paymentDueAt")).isEqualTo("2015-12-03T03:01:00Z");
    }

    @Test
    @DisplayName(
            "NEG-11, AMB-13, TR-03, TR-05, AC-NEG-3: a change after the buyer's confirmation voids it; the supplier's confirmation then waits for the buyer")
    void aChangeVoidsAConfirmation() {
        Draft inquiry = draft().with("/origin", "INQUIRY").with("/coverage", "POST_DELIVERY");
        String no = opened(inquiry);
        confirmed(no, "BUYER", 1);
        ok(platform.put(
                "/orders/" + no + "/contract",
                inquiry.amounts("39000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("NEGOTIATING");
        assertThat(order(no).body().at("/confirmed/buyer").isNull()).isTrue();
        assertThat(frozenQuota()).isEqualTo("0.00");
        refused(confirm(no, "SUPPLIER", 1), 412, "contract-changed");

        confirmed(no, "SUPPLIER", 2);
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(frozenQuota()).isEqualTo("39000.00");
        refused(confirm(no, "SUPPLIER", 2), 409, "already-confirmed");
        confirmed(no, "BUYER", 2);
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
    }

    @Test
    @DisplayName(
            "GEN-09, ELG-08, AC-NEG-4: a supplier that has not opened the service gets no order and freezes nothing")
    void aSupplierWithoutTheServiceGetsNoOrder() {
        supplier(supplier, "CN", "119000.00", false);
        refused(platform.post("/orders", draft().json()), 422, "supplier-not-eligible");
        refused(platform.post("/orders", draft().with("/origin", "INQUIRY").json()), 422, "supplier-not-eligible");
        assertThat(platform.get("/orders?supplierId=" + supplier).body().path("items"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "NEG-01, TR-04: the buyer orders first, the supplier confirms and only then freezes its quota (AMB-26)")
    void theBuyerOrdersFirst() {
        String no = opened(draft().with("/origin", "BUYER_ORDER").with("/coverage", "POST_DELIVERY"));
        assertThat(status(no)).isEqualTo("AWAITING_SUPPLIER_CONFIRM");
        assertThat(frozenQuota()).isEqualTo("0.00");
        confirmed(no, "SUPPLIER", 1);
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(frozenQuota()).isEqualTo("40000.00");
    }

    @Test
    @DisplayName("TR-06: a modification of an agreed contract waits for the buyer again, with the difference frozen")
    void theSupplierModifiesAnAgreedContract() {
        Draft draft = draft().with("/coverage", "POST_DELIVERY");
        String no = agreed(draft);
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft.amounts("41000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(frozenQuota()).isEqualTo("41000.00");
        at("2015-11-05T09:00:00");
        confirmed(no, "BUYER", 2);
        assertThat(order(no).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-20T01:00:00Z");
    }

    @Test
    @DisplayName(
            "QTA-06, AMB-32, TR-07: before both agree either side cancels alone, the quota is released and the reason kept")
    void oneSideCancelsBeforeTheAgreement() {
        String no = opened(draft().with("/coverage", "POST_DELIVERY"));
        assertThat(frozenQuota()).isEqualTo("40000.00");
        ok(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Found another supplier\"}"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).text("/closedReason")).isEqualTo("Found another supplier");
        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
        assertThat(frozenQuota()).isEqualTo("0.00");
        refused(confirm(no, "BUYER", 1), 409, "illegal-transition");
    }

    @Test
    @DisplayName("AMB-32, TR-08: after both agree the buyer asks and the supplier decides")
    void cancellingByConsent() {
        String no = agreed(draft().with("/coverage", "POST_DELIVERY"));
        refused(
                act(no, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"No stock\"}"),
                409,
                "illegal-transition");
        ok(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Too late\"}"));
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        ok(act(no, "cancellations/decision", "{\"accept\":false}"));
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        ok(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Too late\"}"));
        ok(act(no, "cancellations/decision", "{\"accept\":true}"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).text("/closedReason")).isEqualTo("Too late");
        assertThat(frozenQuota()).isEqualTo("0.00");
    }
}
