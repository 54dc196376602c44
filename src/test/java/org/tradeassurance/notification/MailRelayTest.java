package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tradeassurance.acceptance.AcceptanceTest;

class MailRelayTest extends AcceptanceTest {

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    Mails mails;

    @BeforeEach
    void nothingElseIsDue() {
        jdbc.sql("update outbox_mail set due_at = null").update();
    }

    @Test
    void aBuyerGetsTheOrderInEnglishOnce() throws Exception {
        String no = opened(draft());
        MailRelay relay = relay(SMTP.getSmtp().getPort());
        relay.relay();
        relay.relay();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        MimeMessage mail = SMTP.getReceivedMessages()[0];
        assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[" + buyer + "]");
        assertThat(mail.getSubject()).contains(no).contains("awaits your confirmation");
        assertThat(Objects.toString(mail.getContent())).contains("/orders/" + no);
        assertThat(row(no)).containsEntry("attempts", 1).containsEntry("due_at", null);
        assertThat(row(no).get("sent_at")).isNotNull();
    }

    @Test
    void aSupplierGetsItsMailInChineseWhereSuppliersReadMail() throws Exception {
        String no = platform.post("/orders", draft().with("/origin", "INQUIRY").json())
                .text("/orderNo");
        ok(act(no, "reminders", "{\"party\": \"BUYER\"}"));
        relay(SMTP.getSmtp().getPort()).relay();
        MimeMessage mail = SMTP.getReceivedMessages()[0];
        assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[" + supplier + "@suppliers.example.com]");
        assertThat(mail.getSubject()).isEqualTo("订单 " + no + " 待您处理");
        assertThat(GreenMailUtil.getHeaders(mail)).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void aMailThatCannotBeSentIsTriedAgainLater() {
        String no = opened(draft());
        relay(1).relay();
        assertThat(SMTP.getReceivedMessages()).isEmpty();
        assertThat(row(no)).containsEntry("attempts", 1).containsEntry("sent_at", null);
        assertThat(row(no).get("last_error")).isNotNull();
        relay(SMTP.getSmtp().getPort()).relay();
        assertThat(SMTP.getReceivedMessages()).as("not before its time").isEmpty();
        jdbc.sql("update outbox_mail set due_at = now() where order_no = :no")
                .param("no", no)
                .update();
        relay(SMTP.getSmtp().getPort()).relay();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        assertThat(row(no)).containsEntry("last_error", null);
    }

    @Test
    void theTwelfthFailureIsTheLast() {
        String no = opened(draft());
        jdbc.sql("update outbox_mail set attempts = 11 where order_no = :no")
                .param("no", no)
                .update();
        relay(1).relay();
        assertThat(row(no)).containsEntry("due_at", null).containsEntry("sent_at", null);
    }

    private Map<String, Object> row(String no) {
        return jdbc.sql("select attempts, due_at, sent_at, last_error from outbox_mail where order_no = :no")
                .param("no", no)
                .query()
                .singleRow();
    }

    private MailRelay relay(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailRelay(
                jdbc, mails, sender, "localhost", "orders@example.com", "{supplierId}@suppliers.example.com");
    }
}
