package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other reading of an ambiguity, chosen in {@code order-policies} or a table beside it (AMB, PRM). */
class PoliciesTest extends ModelChange {

    private void chosen(String policy, String choice) {
        models.cell("order-policies", "out_" + policy + "Choice", '"' + choice + '"')
                .deploy();
    }

    private void disputed(String no) {
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
    }

    private void dismissed(String no) {
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Agreed\"}"));
        clock.runDueJobs();
    }

    @Test
    @DisplayName("PRM-13: without a pause a dispute grants no time; what fell due meanwhile happens when it is over")
    void aDisputeGrantsNoTime() {
        chosen("pauseInDispute", "NO");
        String no = agreed(draft());
        String late = agreed(draft());
        until("2015-11-10T09:00:00");
        disputed(no);
        disputed(late);
        until("2015-11-12T09:00:00");
        dismissed(no);
        assertThat(order(no).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-16T01:00:00Z");
        until("2015-11-17T09:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNotNull();
        assertThat(task(late, "userTask_decideOnUnpaidOrder")).isNull();
        dismissed(late);
        assertThat(task(late, "userTask_decideOnUnpaidOrder")).isNotNull();
        assertThat(order(late).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-16T01:00:00Z");
    }

    @Test
    @DisplayName("PRM-13: a deadline born during a dispute without a pause is not put back")
    void aDeadlineBornMeanwhileStandsAsItIs() {
        chosen("pauseInDispute", "NO");
        String no = paid(draft().amounts("40000.00", "40000.00"));
        at("2015-11-09T12:00:00");
        ok(act(no, "shipment-declaration", "{}"));
        disputed(no);
        at("2015-11-11T12:00:00");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-11");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        at("2015-11-20T12:00:00");
        dismissed(no);
        assertThat(order(no).text("/deadlines/autoCompleteAt")).isEqualTo("2015-12-26T16:00:00Z");
    }

    @Test
    @DisplayName("PRM-06: counted from the status, an order completes so many days after it began to wait for receipt")
    void completionCountsFromTheStatus() {
        chosen("completionAnchor", "STATUS_ENTRY");
        String no = paid(draft().amounts("40000.00", "40000.00").with("/shipping/transport", "AIR"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-09");
        assertThat(order(no).text("/deadlines/autoCompleteAt")).isEqualTo("2015-11-26T04:00:00Z");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-10");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-10");
        assertThat(order(no).text("/deadlines/autoCompleteAt")).isEqualTo("2015-11-26T04:00:00Z");
        until("2015-11-26T12:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("PRM-18: a sanction may block running orders: a suspended supplier takes none of them further")
    void aSanctionBlocksRunningOrders() {
        String running = paid(draft());
        chosen("sanctionBlocksRunningOrders", "YES");
        String blocked = paid(draft());
        String shortOfDeposit = agreed(draft());
        remitted(shortOfDeposit, "11500.00");
        jdbc.sql("""
                        with suspended as (update supplier set standing = 'SUSPENDED' where supplier_id = :id returning supplier_id)
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        select supplier_id, 'SUSPENDED', :at, 'test', 'INACTIVITY' from suspended
                        """)
                .param("id", supplier)
                .param("at", instant("2015-11-01T10:00:00").atOffset(ZoneOffset.UTC))
                .update();
        refused(act(blocked, "shipment-declaration", "{}"), 422, "supplier-suspended");
        refused(act(blocked, "export-orders", "{}"), 422, "supplier-suspended");
        refused(
                platform.put(
                        "/orders/" + blocked + "/contract",
                        draft().amounts("41000.00", "12000.00").contract("SUPPLIER"),
                        Map.of("If-Match", "\"1\"")),
                422,
                "supplier-suspended");
        assertThat(status(blocked)).isEqualTo("AWAITING_SHIPMENT");
        refused(act(shortOfDeposit, "deposit-acceptance", "{}"), 422, "supplier-suspended");
        remitted(shortOfDeposit, "500.00");
        assertThat(status(shortOfDeposit)).isEqualTo("AWAITING_SHIPMENT");
        ok(act(running, "shipment-declaration", "{}"));
    }

    @Test
    @DisplayName("PRM-21: a closed order may lose its points, never more than it earned")
    void aClosedOrderLosesItsPoints() {
        models.cell("order-points", "out_orderClosedPoints", "-150").deploy();
        at("2016-02-01T09:00:00");
        Draft draft = draft().with("/shipping/shipBy", "{\"date\":\"2016-03-01\"}");
        String no = paid(draft);
        paid(draft);
        assertThat(points()).isEqualTo(200);
        disputed(no);
        ok(act(no, "disputes/decision", "{\"outcome\":\"REFUND\",\"reason\":\"Agreed\"}"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(points()).isEqualTo(100);
    }

    @Test
    @DisplayName("PRM-21: by default a closed order keeps its points")
    void aClosedOrderKeepsItsPoints() {
        at("2016-02-01T09:00:00");
        String no = paid(draft().with("/shipping/shipBy", "{\"date\":\"2016-03-01\"}"));
        disputed(no);
        ok(act(no, "disputes/decision", "{\"outcome\":\"REFUND\",\"reason\":\"Agreed\"}"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(points()).isEqualTo(100);
    }

    @Test
    @DisplayName("PRM-22: shipped with the first clearance, whose date stays the ship date")
    void theFirstClearanceShips() {
        chosen("shippedWhen", "FIRST_CLEARED_AND_DECLARED");
        String no = paid(draft());
        String second = platform.post("/orders/" + no + "/export-orders", "{}").text("/exportOrderNo");
        ok(act(no, "shipment-declaration", "{}"));
        at("2015-11-11T12:00:00");
        cleared(second, "2015-11-10");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-10");
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-11");
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-10");
    }

    @Test
    @DisplayName("PRM-23: the closing right may outlive a part of the deposit; all money becomes due for refund")
    void anOrderWithAPartOfItsDepositIsClosed() {
        chosen("closeWithPartialMoney", "YES");
        String no = agreed(draft());
        remitted(no, "5000.00");
        String closure = "{\"party\":\"SUPPLIER\",\"reason\":\"Not paid in full\"}";
        until("2015-11-16T08:59:59");
        refused(act(no, "closure", closure), 422, "deposit-already-posted");
        assertThat(order(no).body().at("/actions/supplier").toString()).doesNotContain("closure");
        until("2015-11-16T09:00:00");
        assertThat(order(no).body().at("/actions/supplier").toString()).contains("closure");
        ok(act(no, "closure", closure));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("5000.00");
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("0.00");
    }

    @Test
    @DisplayName("PRM: what the tables of an older deployment do not know yet, the latest say")
    void anOlderDeploymentAsksTheLatestTables() {
        models.without("order-policies")
                .replace(
                        "order-deadlines",
                        "(<inputEntry id=\"in_shipByOnDate\">\\s*<text>)(?=</text>)",
                        "$1&lt; date(\"2015-01-01\")")
                .deploy();
        String no = agreed(draft());
        try (Redeployment latest = new Redeployment(repository)) {
            latest.deploy();
            remitted(no, "12000.00");
            at("2015-11-11T12:00:00");
            shipped(no, "2015-11-11");
            assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
            assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isTrue();
        }
    }

    private int points() {
        return platform.get("/suppliers/" + supplier).body().path("points").asInt();
    }
}
