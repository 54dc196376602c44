package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.process.EngineJobs;

class RemindersTest extends AcceptanceTest {

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
                .contains("US$ 12000.00", "2015-11-16 09:00 (UTC+8)")
                .contains("3 to 7 working days", order(unpaid).text("/funds/account"));
        until("2015-11-12T09:00:00");
        assertThat(mails(unpaid, "payment-reminder")).isEqualTo(1);
        assertThat(mails(paid, "payment-reminder")).isZero();
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
        JsonNode mail =
                platform.get("/sandbox/mails?limit=1").body().path("items").path(0);
        assertThat(mail.path("orderNo").asText()).isEqualTo(no);
        return mail;
    }
}
