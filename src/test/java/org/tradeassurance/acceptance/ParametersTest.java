package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers that an analyst changes in a table, and what the application then does (PRM). */
class ParametersTest extends ModelChange {

    private void changed(String table, String cell, String content) {
        models.cell(table, cell, content).deploy();
    }

    @Test
    @DisplayName("PRM-01: another payment window holds for orders opened from now on, a running order keeps its own")
    void aRunningOrderKeepsItsTables() {
        String before = agreed(draft());
        changed("order-deadlines", "out_paymentWindowDays", "10");
        String after = agreed(draft());
        assertThat(order(after).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-11T01:00:00Z");

        at("2015-11-02T09:00:00");
        ok(platform.put("/orders/" + before + "/contract", draft().contract("SUPPLIER"), Map.of("If-Match", "\"1\"")));
        confirmed(before, "BUYER", 2);
        assertThat(order(before).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-17T01:00:00Z");
    }

    @Test
    @DisplayName("PRM: migrated on purpose, a running order follows the new tables, and its timers go on")
    void anOrderIsMigratedOnPurpose() {
        String no = agreed(draft());
        String stays = agreed(draft());
        models.cell("order-deadlines", "out_autoCloseDays", "5")
                .cell("order-deadlines", "out_paymentWindowDays", "10")
                .deploy();
        refused(as("supplier-S-1001").post("/orders/" + no + "/migration", "{}"), 403, "forbidden");
        ok(act(no, "migration", "{}"));
        ok(act(no, "migration", "{}"));
        assertThat(order(no).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-16T01:00:00Z");

        until("2015-11-16T08:59:59");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
        until("2015-11-16T09:00:00");
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNotNull();
        until("2015-11-21T09:00:00");
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(status(stays)).isEqualTo("AWAITING_DEPOSIT");
        remitted(stays, "12000.00");
        assertThat(status(stays)).isEqualTo("AWAITING_SHIPMENT");
        ok(act(stays, "migration", "{}"));
        at("2015-11-21T12:00:00");
        shipped(stays, "2015-11-21");
        assertThat(status(stays)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    @Test
    @DisplayName("PRM: a frozen order is not migrated")
    void aFrozenOrderIsNotMigrated() {
        String no = agreed(draft());
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
        refused(act(no, "migration", "{}"), 409, "order-frozen");
    }

    @Test
    @DisplayName("PRM: a row with a date decides by the day the contract was confirmed, not by that of its draft")
    void theDayOfTheConfirmationDecides() {
        String row =
                "(?s)(<rule id=\"rule_paymentWindow\">.*?<inputEntry id=\"in_paymentWindowOnDate\">\\s*<text>)(</text>.*?</rule>)";
        models.replace(
                        "order-deadlines",
                        row,
                        "$1&lt; date(\"2015-11-03\")$2\n<rule id=\"rule_later\"><description>PRM-01: later</description>"
                                + "<inputEntry id=\"i1\"><text>\"PAYMENT_WINDOW\"</text></inputEntry>"
                                + "<inputEntry id=\"i2\"><text>&gt;= date(\"2015-11-03\")</text></inputEntry>"
                                + "<outputEntry id=\"o1\"><text>20</text></outputEntry><outputEntry id=\"o2\"><text></text></outputEntry></rule>")
                .deploy();
        String early = opened(draft());
        String late = opened(draft());
        at("2015-11-02T23:59:59");
        confirmed(early, "BUYER", 1);
        at("2015-11-03T00:00:00");
        confirmed(late, "BUYER", 1);
        assertThat(order(early).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-17T15:59:59Z");
        assertThat(order(late).text("/deadlines/paymentDueAt")).isEqualTo("2015-11-22T16:00:00Z");
    }

    @Test
    @DisplayName("PRM-02: with days in the cell an unpaid order closes by itself, to the second; a paid one does not")
    void anUnpaidOrderClosesByItself() {
        changed("order-deadlines", "out_autoCloseDays", "5");
        String unpaid = agreed(draft().with("/coverage", "POST_DELIVERY"));
        String paid = agreed(draft());
        until("2015-11-17T09:00:00");
        remitted(paid, "12000.00");
        until("2015-11-21T08:59:59");
        assertThat(status(unpaid)).isEqualTo("AWAITING_DEPOSIT");
        until("2015-11-21T09:00:00");
        assertThat(status(unpaid)).isEqualTo("CLOSED");
        assertThat(order(unpaid).text("/closedReason")).contains("Not paid in time");
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(status(paid)).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("PRM-02: the days of a dispute come on top")
    void aDisputeMovesTheClosing() {
        changed("order-deadlines", "out_autoCloseDays", "5");
        String no = agreed(draft());
        until("2015-11-17T09:00:00");
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
        until("2015-11-19T09:00:00");
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Agreed\"}"));
        until("2015-11-23T08:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        until("2015-11-23T09:00:00");
        assertThat(status(no)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("PRM-05, PRM-10: another basis of the covered amount; CAP covers what is free")
    void coverageFollowsTheTable() {
        models.cell("covered-amount", "out_preShipmentBasis", "\"TOTAL\"")
                .cell("covered-amount", "out_preShipmentShortagePolicy", "\"CAP\"")
                .deploy();
        opened(draft().with("/coverage", "PRE_SHIPMENT"));
        assertThat(frozenQuota()).isEqualTo("40000.00");
        String capped = opened(draft().amounts("90000.00", "12000.00").with("/coverage", "PRE_SHIPMENT"));
        assertThat(order(capped).text("/coverage/amount")).isEqualTo("79000.00");
        assertThat(frozenQuota()).isEqualTo("119000.00");
    }

    @Test
    @DisplayName("PRM-10, AMB-08: a capped amount is not raised for the same version when quota comes free")
    void aCappedAmountStays() {
        changed("covered-amount", "out_postDeliveryShortagePolicy", "\"CAP\"");
        String first = opened(draft().with("/coverage", "POST_DELIVERY"));
        String capped = platform.post(
                        "/orders",
                        draft().amounts("90000.00", "12000.00")
                                .with("/coverage", "POST_DELIVERY")
                                .json())
                .text("/orderNo");
        ok(act(first, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"Sold out\"}"));
        clock.runDueJobs();
        assertThat(status(capped)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(order(capped).text("/coverage/amount")).isEqualTo("79000.00");
        assertThat(frozenQuota()).isEqualTo("79000.00");
    }

    @Test
    @DisplayName("PRM-06, PRM-07: other days, and no grace: an order completes as soon as a late balance is settled")
    void otherDaysOfCompletion() {
        models.cell("auto-completion", "out_seaDays", "10")
                .cell("order-deadlines", "out_balanceGraceDays", "0")
                .deploy();
        String no = paid(draft());
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        until("2015-11-25T10:00:00");
        remitted(no, "28000.00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("PRM-08: zero days release the quota at the confirmation of receipt")
    void coverageEndsWithReceipt() {
        changed("order-deadlines", "out_coverageEndDays", "0");
        String no = paid(draft().amounts("40000.00", "40000.00").with("/coverage", "POST_DELIVERY"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        ok(act(no, "goods-receipt", "{\"party\":\"BUYER\"}"));
        clock.runDueJobs();
        assertThat(frozenQuota()).isEqualTo("0.00");
    }

    @Test
    @DisplayName("PRM-09: a late shipment may release its quota on the shipping day too")
    void aLateShipmentReleases() {
        changed("coverage-release", "out_shippedLateVerdict", "\"NOW\"");
        String no = paid(draft().with("/coverage", "PRE_SHIPMENT"));
        until("2015-11-12T12:00:00");
        shipped(no, "2015-11-12");
        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
    }

    @Test
    @DisplayName(
            "QTA-04, QTA-05: the table alone says whether received goods release the quota now or when the coverage ends")
    void theTableSaysWhenReceivedGoodsRelease() {
        models.cell("coverage-release", "out_receivedPreShipmentVerdict", "\"AT_COVERAGE_END\"")
                .cell("coverage-release", "out_receivedPostDeliveryVerdict", "\"NOW\"")
                .deploy();
        Draft full = draft().amounts("40000.00", "40000.00");
        String late = paid(full.with("/coverage", "PRE_SHIPMENT"));
        String delivered = paid(full.with("/coverage", "POST_DELIVERY"));
        until("2015-11-12T12:00:00");
        for (String no : List.of(late, delivered)) {
            shipped(no, "2015-11-12");
            ok(act(no, "goods-receipt", "{\"party\":\"BUYER\"}"));
        }
        assertThat(order(delivered).text("/coverage/state")).isEqualTo("RELEASED");
        assertThat(order(delivered).body().at("/deadlines/coverageEndsAt").isNull())
                .isTrue();
        until("2015-11-19T11:59:59");
        assertThat(order(late).text("/coverage/state")).isEqualTo("FROZEN");
        until("2015-11-19T12:00:00");
        assertThat(order(late).text("/coverage/state")).isEqualTo("RELEASED");
    }

    @Test
    @DisplayName("PRM-11: with -1 the agreed date itself is too late, for the judgement and for the chase")
    void theAgreedDateItselfMayBeLate() {
        changed("order-deadlines", "out_shipByDays", "-1");
        String no = paid(draft());
        assertThat(order(no).text("/deadlines/shipByEndsAt")).isEqualTo("2015-11-10T16:00:00Z");
        until("2015-11-10T23:59:59");
        assertThat(task(no, "userTask_chaseLateShipment")).isNull();
        until("2015-11-11T00:00:00");
        assertThat(task(no, "userTask_chaseLateShipment")).isNotNull();
        shipped(no, "2015-11-11");
        assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("PRM-17, PRM-25: shorter texts and a shorter time for feedback")
    void shorterTexts() {
        models.cell("text-limits", "out_remarkMaxLength", "10")
                .cell("text-limits", "out_feedbackMaxLength", "5")
                .cell("order-deadlines", "out_feedbackDays", "3")
                .deploy();
        refused(platform.post("/orders", draft().with("/remark", "12345678901").json()), 400, "invalid-field");
        String no = paid(draft().amounts("40000.00", "40000.00").with("/remark", "1234567890"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        ok(act(no, "goods-receipt", "{\"party\":\"BUYER\"}"));
        assertThat(order(no).text("/deadlines/feedbackDueAt")).isEqualTo("2015-11-14T04:00:00Z");
        refused(act(no, "feedback", "{\"party\":\"BUYER\",\"text\":\"123456\"}"), 422, "feedback-too-long");
        ok(act(no, "feedback", "{\"party\":\"BUYER\",\"text\":\"12345\"}"));
    }

    @Test
    @DisplayName("PRM-19, PRM-20, PRM-24: e-Checking switched off, a card fee on the payment alone, another fixed fee")
    void otherFees() {
        models.cell("payment-fee", "out_creditCardBase", "\"PAYMENT\"")
                .cell("payment-fee", "out_eCheckingOffered", "false")
                .deploy();
        String no = agreed(draft().with("/payment/methods", "[\"TT\",\"CREDIT_CARD\"]"));
        String details = platform.get("/orders/" + no + "/payment-details?leg=DEPOSIT")
                .body()
                .toString();
        assertThat(details).contains("336.00").doesNotContain("1120.00", "E_CHECKING");
        models.close();
        models = new Redeployment(repository);
        changed("payment-fee", "out_eCheckingFixedFee", "\"20.00\"");
        String other = agreed(draft().with("/buyer/country", "US").with("/payment/methods", "[\"TT\",\"E_CHECKING\"]"));
        assertThat(platform.get("/orders/" + other + "/payment-details?leg=DEPOSIT")
                        .body()
                        .toString())
                .contains("20.00", "12020.00");
    }
}
