package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a draft must hold and may hold. */
class DraftingTest extends AcceptanceTest {

    @DisplayName("NEG-02, NEG-03: a field that a contract needs keeps the order from being submitted, and is named")
    @ParameterizedTest(name = "{0}: without {1}")
    @CsvSource({
        "DRF-03, /lines/0/product,         lines[0].product",
        "DRF-03, /lines/0/unit,            lines[0].unit",
        "DRF-03, /lines/0/unitPrice,       lines[0].unitPrice",
        "DRF-03, /lines/0/quantity,        lines[0].quantity",
        "DRF-04, /shipping/transport,      shipping.transport",
        "DRF-04, /shipping/tradeTerm,      shipping.tradeTerm",
        "ELG-04, /shipping/destination,    shipping.destination",
        "DRF-05, /shipping/shipBy,         shipping.shipBy",
        "DRF-07, /payment/methods,         payment.methods",
        "DRF-07, /payment/deposit,         payment.deposit",
        "DRF-08, /coverage,                coverage"
    })
    void whatAContractNeeds(String id, String pointer, String field) {
        Api.Answer answer = platform.post("/orders", draft().without(pointer).json());
        refused(answer, 422, "incomplete-order");
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("field").asText())
                .contains(field);
        assertThat(answer.body().path("completeness").asInt()).isLessThan(100);
        String no = opened(draft().with("/submit", "false").without(pointer));
        refused(act(no, "submission", "{}"), 422, "incomplete-order");
        assertThat(status(no)).isEqualTo("DRAFT");
    }

    @DisplayName("DRF-10: both acknowledgements are given before anything is submitted")
    @ParameterizedTest(name = "without {0}")
    @CsvSource({"/acknowledged/serviceAgreement", "/acknowledged/exportService"})
    void bothAcknowledgementsAreGiven(String pointer) {
        refused(platform.post("/orders", draft().with(pointer, "false").json()), 422, "acknowledgement-missing");
    }

    @Test
    @DisplayName("DRF-02: a draft needs the e-mail of its buyer, and it must be one")
    void theBuyersMailIsRequired() {
        refused(platform.post("/orders", draft().without("/buyer/email").json()), 400, "invalid-field");
        refused(platform.post("/orders", draft().with("/buyer/email", "nobody").json()), 400, "invalid-field");
    }

    @DisplayName("A value that no field can have is refused with its field's name, whatever it is")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '\'', textBlock = """
            /origin,                   '',            origin
            /shipping/shipBy/date,     0000-01-01,    shipping.shipBy.date
            /shipping/shipBy/date,     -2015-01-01,   shipping.shipBy.date
            /shipping/shipBy/date,     2015-02-30,    shipping.shipBy.date
            /buyer/email,              'a,b@c.de',    buyer.email
            /buyer/email,              <a@b.de>,      buyer.email
            /lines/0/unitPrice,        1000000000000, lines[0].unitPrice
            """)
    void aValueThatNoFieldCanHave(String pointer, String value, String field) {
        Api.Answer answer =
                platform.post("/orders", draft().with(pointer, value).json());
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    @DisplayName("AMT-01: lines that cost more than the books can hold are refused, even in an inquiry")
    void aTotalHasALimit() {
        Draft dear = draft().with("/origin", "INQUIRY").with("/lines/0/quantity", "999999999999");
        Api.Answer answer = platform.post(
                "/orders", dear.with("/lines/0/unitPrice", "999999999999.99").json());
        refused(answer, 400, "invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo("lines");
        assertThat(order(opened(dear.with("/lines/0/unitPrice", "1.00"))).text("/amounts/products"))
                .isEqualTo("999999999999.00");
    }

    @Test
    @DisplayName("DRF-05: an empty ship date is none")
    void anEmptyShipDateIsNone() {
        Api.Answer answer = platform.post(
                "/orders", draft().with("/shipping/shipBy/date", "").json());
        refused(answer, 422, "incomplete-order");
        assertThat(answer.text("/errors/0/field")).isEqualTo("shipping.shipBy");
    }

    @Test
    @DisplayName(
            "DRF-01, DRF-03, DRF-06, NEG-07, GEN-07: unlisted and custom products, any transport, platform logistics, part quantities")
    void theContentIsFree() {
        String no = opened(draft().with(
                        "/lines",
                        "[{\"product\":\"Custom lamp\",\"quantity\":\"2.50\",\"unit\":\"Kg\",\"unitPrice\":\"4.00\"},"
                                + "{\"productId\":\"P-1\",\"product\":\"Listed lamp\",\"quantity\":\"1\",\"unit\":\"Set\",\"unitPrice\":\"90.00\"}]")
                .with("/payment/deposit", "50.00")
                .with("/shipping/transport", "EXPRESS")
                .with("/shipping/platformLogistics", "true"));
        assertThat(order(no).text("/amounts/total")).isEqualTo("100.00");
        assertThat(order(no).body().at("/shipping/platformLogistics").asBoolean())
                .isTrue();
    }

    @DisplayName("DRF-09, PRM-25: a remark has at most 2,000 characters, of whatever script")
    @ParameterizedTest(name = "{0} times {1}: {2}")
    @CsvSource({"2000, 字, 201", "2001, 字, 400", "2000, 💡, 201", "2001, 💡, 400"})
    void aRemarkIsLimited(int length, String character, int status) {
        assertThat(platform.post(
                                "/orders",
                                draft().with("/remark", character.repeat(length))
                                        .json())
                        .status())
                .isEqualTo(status);
    }

    @Test
    @DisplayName(
            "TR-01, DRF-11, QTA-02, COV-07: submitting freezes the quota, mails the buyer and waits for its confirmation")
    void submittingADraft() {
        String no = opened(draft().with("/submit", "false").with("/coverage", "POST_DELIVERY"));
        assertThat(frozenQuota()).isEqualTo("0.00");
        ok(act(no, "submission", "{}"));
        clock.runDueJobs();
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        assertThat(order(no).text("/coverage/state")).isEqualTo("FROZEN");
        assertThat(order(no).text("/coverage/amount")).isEqualTo("40000.00");
        assertThat(jdbc.sql("select count(*) from outbox_mail where order_no = :no and recipient = :buyer")
                        .param("no", no)
                        .param("buyer", buyer)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName(
            "NEG-06: only payment under Trade Assurance is offered; ELG-05: ex works is a trade term like others, and exported like others")
    void whatIsOutsideTheService() {
        refused(
                platform.post(
                        "/orders",
                        draft().with("/payment/methods", "[\"QUICK_PAYMENT\"]").json()),
                400,
                "invalid-field");
        String no = paid(draft().with("/shipping/tradeTerm", "EXW"));
        assertThat(order(no).body().at("/shipment/exportOrders")).hasSize(1);
    }

    @Test
    @DisplayName("NEG-12, NEG-10: an inquiry may be negotiated as long as the parties like")
    void anInquiryHasNoDeadline() {
        String no = opened(draft().with("/origin", "INQUIRY").with("/shipping/shipBy", "{\"daysAfterDeposit\":15}"));
        clock.advance(Duration.ofDays(200));
        assertThat(status(no)).isEqualTo("NEGOTIATING");
        assertThat(order(no).text("/step")).isEqualTo("DRAFT");
        confirmed(no, "BUYER", 1);
        assertThat(status(no)).isEqualTo("AWAITING_SUPPLIER_CONFIRM");
    }

    @Test
    @DisplayName("COV-06, COV-07: without coverage nothing is frozen")
    void withoutCoverageNothingIsFrozen() {
        String no = opened(draft().with("/coverage", "NONE"));
        assertThat(order(no).text("/coverage/state")).isEqualTo("NONE");
        assertThat(frozenQuota()).isEqualTo("0.00");
    }
}
