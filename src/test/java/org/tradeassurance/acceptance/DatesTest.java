package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.web.Caller;

/** Dates that nobody can mean are refused where they begin to count; how far a date may lie stands in {@code date-limits}. */
class DatesTest extends AcceptanceTest {

    private static final String SHIP_BY = "/shipping/shipBy";

    @Autowired
    private RepositoryService repository;

    private Redeployment tables;

    @BeforeEach
    void asTheyAre() {
        tables = new Redeployment(repository);
    }

    @AfterEach
    void asTheyWere() {
        tables.close();
    }

    private Draft shipping(String date) {
        return draft().with(SHIP_BY, "{\"date\":\"" + date + "\"}").with("/coverage", "POST_DELIVERY");
    }

    private Api.Answer revised(String no, int version, Draft draft) {
        return platform.put(
                "/orders/" + no + "/contract", draft.contract("SUPPLIER"), Map.of("If-Match", "\"" + version + "\""));
    }

    private void past(Api.Answer answer, String first) {
        refused(answer, 422, "ship-date-past");
        assertThat(answer.text("/errors/0/field")).isEqualTo("shipping.shipBy.date");
        assertThat(answer.text("/detail")).contains("shipping.shipBy.date", first);
    }

    @Test
    @DisplayName("SHP-04, DRF-05: a ship date before today is not submitted, today is; a draft may hold it")
    void nobodySubmitsAShipDateThatIsOver() {
        at("2015-11-11T23:59:59");
        past(platform.post("/orders", shipping("2015-11-10").json()), "2015-11-11");
        assertThat(frozenQuota()).isEqualTo("0.00");
        String no = opened(shipping("2015-11-11"));
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");

        String draft = opened(shipping("2015-11-11").with("/submit", "false"));
        at("2015-11-12T00:00:00");
        past(act(draft, "submission", "{}"), "2015-11-12");
        assertThat(status(draft)).isEqualTo("DRAFT");
        assertThat(frozenQuota()).isEqualTo("40000.00");
    }

    @Test
    @DisplayName("SHP-04, TR-05, TR-06: a ship date that went by is not confirmed; the supplier agrees on a later one")
    void nobodyConfirmsAShipDateThatIsOver() {
        String no = opened(shipping("2015-11-11"));
        at("2015-11-12T00:00:00");
        past(confirm(no, "BUYER", 1), "2015-11-12");
        past(revised(no, 1, shipping("2015-11-11").amounts("30000.00", "12000.00")), "2015-11-12");
        ok(revised(no, 1, shipping("2015-11-12")));
        confirmed(no, "BUYER", 2);
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");

        String ordered = opened(shipping("2015-11-12").with("/origin", "BUYER_ORDER"));
        String inquired = opened(shipping("2015-11-12").with("/origin", "INQUIRY"));
        at("2015-11-13T00:00:00");
        past(confirm(ordered, "SUPPLIER", 1), "2015-11-13");
        past(confirm(inquired, "BUYER", 1), "2015-11-13");
        past(revised(no, 2, shipping("2015-11-12")), "2015-11-13");
    }

    @Test
    @DisplayName("AMB-14, SHP-04: nobody agrees on another ship date that is over; the one that was agreed may stay")
    void aModificationBringsNoShipDateThatIsOver() {
        String no = paid(shipping("2015-11-11"));
        at("2015-11-20T09:00:00");
        past(revised(no, 1, shipping("2015-11-19")), "2015-11-20");
        ok(revised(no, 1, shipping("2015-11-21")));
        at("2015-11-22T09:00:00");
        past(confirm(no, "BUYER", 2), "2015-11-22");
        ok(revised(no, 1, shipping("2015-11-11").amounts("39000.00", "12000.00")));
        confirmed(no, "BUYER", 3);
        assertThat(order(no).text("/shipment/agreedShipDate")).isEqualTo("2015-11-11");
        assertThat(order(no).text("/amounts/total")).isEqualTo("39000.00");
    }

    @Test
    @DisplayName("DRF-05: a ship date that nobody plans for is no date; the limits are the table's")
    void theLimitsOfAShipDateAreCells() {
        at("2015-11-11T09:00:00");
        Api.Answer answer = platform.post("/orders", shipping("2115-10-19").json());
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo("shipping.shipBy.date");
        opened(shipping("2115-10-18"));

        tables.cell("date-limits", "out_shipDateDaysBack", "2")
                .cell("date-limits", "out_shipDateDaysAhead", "")
                .deploy();
        past(platform.post("/orders", shipping("2015-11-08").json()), "2015-11-09");
        opened(shipping("2015-11-09").amounts("100.00", "100.00"));
        opened(shipping("2115-10-19").amounts("100.00", "100.00"));
    }

    @ParameterizedTest(name = "SHP-02: cleared on {0}: {1}")
    @CsvSource({
        "2014-11-09, 400, must not lie before 2014-11-10",
        "2014-11-10, 202, ",
        "2016-11-11, 202, ",
        "2016-11-12, 400, must not lie after 2016-11-11"
    })
    void aClearanceIsToldOfAboutNow(String clearedOn, int status, String message) {
        at("2015-11-11T23:59:59");
        Api.Answer answer =
                as("export-service").post("/customs-clearances", """
                {"exportOrderNo": "DATES-%s", "clearedOn": "%s", "reference": "DATES-%s"}""".formatted(clearedOn, clearedOn, clearedOn));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        if (message != null) {
            assertThat(answer.code()).isEqualTo("invalid-field");
            assertThat(answer.text("/errors/0/field")).isEqualTo("clearedOn");
            assertThat(answer.text("/errors/0/message")).isEqualTo(message);
        }
    }

    @Test
    @DisplayName(
            "AMB-09: the supplier's own clearance is of this year and not to come, by a call and in the desk's form")
    void anOwnClearanceIsOfThisYear() {
        String no = paid(shipping("2015-11-11").with("/lines/0/category", "SELF_DECLARED"));
        at("2015-11-11T12:00:00");
        String number = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        String path = "/orders/" + no + "/export-orders/" + number + "/clearance";
        refused(platform.post(path, evidence("2014-11-09")), 400, "invalid-field");
        refused(platform.post(path, evidence("2015-11-12")), 400, "invalid-field");

        String task = task(no, "userTask_proveClearance").getId();
        DeskMember desk = member("export-desk");
        Map<String, String> old = Map.of("clearedOn", "0205-11-11", "evidence", "Declaration 7");
        desk.claim(task);
        sentence(desk.submit(task, old), "Cleared on must not lie before 2014-11-10");
        sentence(desk.speaking("zh").submit(task, old), "通关放行日期不能早于 2014-11-10");
        ok(platform.post(path, evidence("2014-11-10")));
    }

    @Test
    @DisplayName("TOL-04: a refund is not paid before its money came, nor long ago, nor to come")
    void aRefundIsPaidAfterItsMoneyCame() {
        String no = paid(shipping("2015-11-11").amounts("40000.00", "40000.00"));
        at("2015-11-10T12:00:00");
        remitted(no, "5.00");
        at("2015-11-12T12:00:00");
        String refund = platform.get("/orders/" + no + "/funds").text("/refunds/0/refundNo");
        String task = task(refund, "userTask_payRefund").getId();
        DeskMember desk = member("finance-desk");
        desk.claim(task);
        sentence(
                desk.submit(task, payout("2015-11-09")), "Paid on must not lie before 2015-11-10, when the money came");
        sentence(desk.speaking("zh").submit(task, payout("2015-11-09")), "付款日期不能早于该款项的到账日期 2015-11-10");
        sentence(desk.speaking("en").submit(task, payout("2014-11-10")), "Paid on must not lie before 2014-11-11");
        sentence(desk.submit(task, payout("2015-11-13")), "Paid on must not lie in the future");
        assertThat(desk.submit(task, payout("2015-11-10")).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("TOL-04: a bank that dates money after the day it tells of it holds up no refund")
    void aBanksDateIsForInformation() {
        String no = paid(shipping("2015-11-11").amounts("40000.00", "40000.00"));
        Api.Answer money = as("bank").post("/remittances", """
                {"bankReference": "DATES-%s", "orderNo": "%s", "amount": "5.00", "currency": "USD", "method": "TT",
                 "receivedAt": "9999-12-31"}""".formatted(no, no));
        assertThat(money.status()).as(money.body().toString()).isEqualTo(202);
        String refund = platform.get("/orders/" + no + "/funds").text("/refunds/0/refundNo");
        String task = task(refund, "userTask_payRefund").getId();
        DeskMember desk = member("finance-desk");
        desk.claim(task);
        assertThat(desk.submit(task, payout("2015-11-01")).status()).isEqualTo(204);
    }

    private static String evidence(String clearedOn) {
        return "{\"clearedOn\":\"" + clearedOn + "\",\"evidence\":\"Declaration 7\"}";
    }

    private Map<String, String> payout(String paidOn) {
        return Map.of("payoutReference", "OUT-" + supplier, "paidOn", paidOn);
    }

    private static void sentence(Caller.Answer answer, String text) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(text);
    }
}
