package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people are told by mail, read where a sandbox without a mail server keeps it. */
class MailsTest extends AcceptanceTest {

    @Test
    @DisplayName("SHP-03, SHP-07: the buyer is told the declared export data when the goods have left")
    void theBuyerIsToldTheExportData() {
        String no = paid(draft());
        String exportOrder = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-10");
        assertThat(mails(no))
                .anySatisfy(mail -> assertThat(mail)
                        .contains("Order " + no + " has been shipped")
                        .contains(exportOrder)
                        .contains("2015-11-10")
                        .contains("28,000.00 USD"));
    }

    /** Subject and text of the mails to the buyer about an order. */
    private List<String> mails(String no) {
        return StreamSupport.stream(
                        platform.get("/sandbox/mails?limit=200")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(mail -> mail.toString().contains(no) && mail.toString().contains(buyer))
                .map(mail ->
                        mail.path("subject").asText() + "\n" + mail.path("body").asText())
                .toList();
    }
}
