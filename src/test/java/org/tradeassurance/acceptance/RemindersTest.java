package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.process.EngineJobs;

class RemindersTest extends AcceptanceTest {

    @Autowired
    private org.camunda.bpm.engine.RepositoryService repository;

    private static final String LATE = "userTask_chaseLateShipment";

    @Autowired
    EngineJobs jobs;

    @Test
    @DisplayName("NEG-09: the supplier reminds the buyer, at most once an hour")
    void aReminderGoesToTheOtherPartyAtMostOnceAnHour() {
        String no = opened(draft());
        at("2015-11-01T10:00:00");
        ok(remind(no, "SUPPLIER"));
        JsonNode mail = newestMail(no);
        assertThat(mail.path("recipient").asText()).isEqualTo(buyer);
        assertThat(mail.path("template").asText()).isEqualTo("reminder");
        assertThat(mail.path("subject").asText()).contains(no);
        assertThat(mail.path("body").asText()).contains("Contract awaiting your confirmation", "/orders/" + no);

        at("2015-11-01T10:59:30");
        Answer early = remind(no, "SUPPLIER");
        refused(early, 429, "too-many-requests");
        assertThat(early.headers().firstValue("Retry-After")).hasValue("30");
        at("2015-11-01T11:00:00");
        ok(remind(no, "SUPPLIER"));
    }

    @Test
    @DisplayName("NEG-09: each side has its own hour")
    void eachSideHasItsOwnHour() {
        String no = opened(draft().with("/origin", "INQUIRY"));
        ok(remind(no, "SUPPLIER"));
        ok(remind(no, "BUYER"));
        assertThat(newestMail(no).path("recipient").asText()).isEqualTo(supplier);
        assertThat(newestMail(no).path("subject").asText()).isEqualTo("订单 " + no + " 待您处理");
        refused(remind(no, "BUYER"), 429, "too-many-requests");
    }

    @Test
    void whoseTurnItIsDoesNotRemind() {
        String no = opened(draft());
        refused(remind(no, "BUYER"), 409, "illegal-transition");
        refused(act(no, "reminders", "{}"), 400, "invalid-field");
    }

    @Test
    @DisplayName(
            "PAY-02, PAY-06, AMB-31: an unpaid buyer is reminded seven days before the window ends, once; paid, not at all")
    void anUnpaidBuyerIsRemindedOnce() {
        jobs.redateSharedJobs();
        String unpaid = agreed(draft());
        String paid = paid(draft());
        until("2015-11-08T09:00:00");
        assertThat(mails(unpaid, "payment-reminder")).isZero();
        until("2015-11-09T09:00:00");
        assertThat(mails(unpaid, "payment-reminder")).isEqualTo(1);
        assertThat(newestMail(unpaid).path("body").asText())
                .contains("12,000.00 USD", "2015-11-16 09:00 (UTC+8)")
                .contains("3 to 7 working days", order(unpaid).text("/funds/account"));
        until("2015-11-12T09:00:00");
        assertThat(mails(unpaid, "payment-reminder")).isEqualTo(1);
        assertThat(mails(paid, "payment-reminder")).isZero();
    }

    @Test
    @DisplayName(
            "SHP-04: a supplier is reminded three days before the ship-by date is over, once, and not after declaring")
    void aSupplierIsRemindedOfTheShipByDate() {
        jobs.redateSharedJobs();
        String no = paid(draft());
        String declared = paid(draft());
        String unpaid = agreed(draft().with("/shipping/shipBy", "{\"date\":\"2015-11-09\"}"));
        ok(act(declared, "shipment-declaration", "{}"));
        until("2015-11-08T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isZero();
        until("2015-11-09T08:59:59");
        assertThat(mails(no, "shipment-reminder")).isZero();
        until("2015-11-09T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        JsonNode mail = newestMail(no);
        assertThat(mail.path("recipient").asText()).isEqualTo(supplier);
        assertThat(mail.path("subject").asText()).isEqualTo("订单 " + no + "：请于 2015-11-11 前发货");
        assertThat(mails(unpaid, "shipment-reminder")).isZero();
        until("2015-11-12T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        assertThat(mails(declared, "shipment-reminder")).isZero();
    }

    @Test
    @DisplayName("SHP-04, AMB-14: a ship-by date moved by a modification is reminded of anew; a dispute keeps quiet")
    void aMovedDateIsRemindedOfAnew() {
        jobs.redateSharedJobs();
        String no = paid(draft());
        until("2015-11-09T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        Draft later = draft().with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}");
        ok(platform.put("/orders/" + no + "/contract", later.contract("SUPPLIER"), Map.of("If-Match", "\"1\"")));
        confirmed(no, "BUYER", 2);
        until("2015-11-17T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong price\"}"));
        until("2015-11-18T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Agreed\"}"));
        until("2015-11-19T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "SHP-04, AMB-14: an extended ship date withdraws the chase of the old one, and is chased anew, also where it was done")
    void anExtendedShipDateIsChasedAnew() {
        String open = paid(draft());
        String done = paid(draft());
        until("2015-11-12T00:00:00");
        tasks.complete(task(done, LATE).getId(), Map.of("nextOn", "2015-11-16"));
        for (String no : new String[] {open, done}) {
            Draft later = draft().with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}");
            ok(platform.put("/orders/" + no + "/contract", later.contract("SUPPLIER"), Map.of("If-Match", "\"1\"")));
            confirmed(no, "BUYER", 2);
            assertThat(task(no, LATE)).isNull();
        }
        until("2015-11-20T23:59:59");
        assertThat(task(open, LATE)).isNull();
        assertThat(task(done, LATE)).isNull();
        until("2015-11-21T00:00:00");
        assertThat(task(open, LATE)).isNotNull();
        assertThat(task(done, LATE)).isNotNull();
    }

    @Test
    @DisplayName("RCV-03, SHP-03: a corrected clearance date withdraws the chase of the balance until the new date")
    void aCorrectedClearanceIsChasedAnew() {
        String no = paid(draft());
        String exportOrder = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        shipped(no, "2015-11-01");
        var due = clock.now();
        while (task(no, "userTask_chaseBalance") == null) {
            clock.advance(java.time.Duration.ofDays(1));
        }
        long days = java.time.Duration.between(due, clock.now()).toDays();
        cleared(exportOrder, "2015-11-20");
        assertThat(task(no, "userTask_chaseBalance")).isNull();
        clock.advance(java.time.Duration.ofDays(18));
        assertThat(task(no, "userTask_chaseBalance")).isNull();
        clock.advance(java.time.Duration.ofDays(2));
        assertThat(task(no, "userTask_chaseBalance")).as("after %s days", days).isNotNull();
    }

    @Test
    @DisplayName("PRM-11, SHP-04: where the agreed date itself is too late, the reminder comes a day earlier")
    void theReminderFollowsTheLastDay() {
        jobs.redateSharedJobs();
        String no;
        try (Redeployment tables = new Redeployment(repository)) {
            tables.cell("order-deadlines", "out_shipByDays", "-1").deploy();
            no = paid(draft());
        }
        String inclusive = paid(draft());
        until("2015-11-08T08:59:59");
        assertThat(mails(no, "shipment-reminder")).isZero();
        until("2015-11-08T09:00:00");
        assertThat(mails(no, "shipment-reminder")).isEqualTo(1);
        assertThat(newestMail(no).path("body").asText()).contains("2015-11-10").doesNotContain("2015-11-11");
        assertThat(mails(inclusive, "shipment-reminder"))
                .as("an order is judged by the tables that it began with, by reminders too")
                .isZero();
    }

    @AfterEach
    void putTimersBack() {
        clock.reset();
        jobs.redateSharedJobs();
    }

    private int mails(String no, String template) {
        return jdbc.sql("select count(*) from outbox_mail where order_no = :no and template = :template")
                .param("no", no)
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    private Answer remind(String no, String party) {
        return act(no, "reminders", "{\"party\": \"%s\"}".formatted(party));
    }

    private JsonNode newestMail(String no) {
        for (JsonNode mail : platform.get("/sandbox/mails?limit=200").body().path("items")) {
            if (mail.path("orderNo").asText().equals(no)) {
                return mail;
            }
        }
        throw new AssertionError("No mail about order " + no);
    }
}
