package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.order.Refusal;

class CompletionTest extends AcceptanceTest {

    private static final String CHASE = "userTask_chaseBalance";

    private String shippedOrder(String transport, boolean balancePaid) {
        String no = paid(draft().with("/shipping/transport", transport));
        if (balancePaid) {
            remitted(no, "28000.00");
        }
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    @DisplayName("RCV-02, RCV-03, TR-20, AMB-03: an unconfirmed receipt completes by itself")
    @ParameterizedTest(name = "AC-RCV-1: shipped 2015-11-11 by {0}, completes by itself {1}")
    @CsvSource({
        "SEA,     2015-12-27T00:00:00, 2015-12-26T23:59:59",
        "LAND,    2015-12-12T00:00:00, 2015-12-11T23:59:59",
        "AIR,     2015-11-27T00:00:00, 2015-11-26T23:59:59",
        "EXPRESS, 2015-11-27T00:00:00, 2015-11-26T23:59:59"
    })
    void anUnconfirmedReceiptCompletesByItself(String transport, String due, String before) {
        String no = shippedOrder(transport, true);
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        assertThat(order(no).text("/deadlines/autoCompleteAt"))
                .isEqualTo(instant(due).toString());
        until(before);
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until(due);
        assertThat(status(no)).isEqualTo("COMPLETED");
        assertThat(order(no).body().path("autoCompleted").asBoolean()).isTrue();
    }

    @Test
    @DisplayName(
            "RCV-01, TR-19, AC-RCV-2: the buyer confirms on 2015-12-20: completed then, nothing completes by itself any more")
    void theBuyerConfirmsReceipt() {
        String no = shippedOrder("SEA", true);
        until("2015-12-20T10:00:00");
        ok(act(no, "goods-receipt", "{}"));
        assertThat(status(no)).isEqualTo("COMPLETED");
        until("2015-12-28T00:00:00");
        assertThat(order(no).body().path("autoCompleted").asBoolean()).isFalse();
    }

    @Test
    @DisplayName(
            "RCV-03, AMB-11, AC-RCV-3: by air, balance settled 2015-12-01: the grace of seven days holds, not the date gone by")
    void theGraceAfterTheBalance() {
        String no = shippedOrder("AIR", false);
        until("2015-12-01T10:00:00");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        refused(act(no, "goods-receipt", "{}"), 422, "balance-unpaid");
        remitted(no, "28000.00");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-08T09:59:59");
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        until("2015-12-08T10:00:00");
        assertThat(status(no)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("RCV-03, AC-RCV-5: with the balance unpaid nothing completes; the finance desk chases the balance")
    void anUnpaidBalanceIsChased() {
        String no = shippedOrder("AIR", false);
        until("2015-11-26T23:59:59");
        assertThat(task(no, "userTask_chaseBalance")).isNull();
        until("2015-11-27T00:00:00");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(task(no, "userTask_chaseBalance")).isNotNull();
    }

    @Test
    @DisplayName(
            "RCV-03: a chased balance comes back on the day that the desk has named, tomorrow at the earliest, until it is paid")
    void aChasedBalanceComesBack() {
        String no = shippedOrder("AIR", false);
        until("2015-11-27T09:00:00");
        for (String wrong : new String[] {"2015-11-27", "2016-01-27", "soon"}) {
            assertThatThrownBy(() -> chased(no, wrong)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> tasks.complete(task(no, CHASE).getId()))
                .as("no day")
                .isInstanceOf(Refusal.class);
        chased(no, "2015-12-01");
        until("2015-11-30T23:59:59");
        assertThat(task(no, CHASE)).as("out of the queues").isNull();
        until("2015-12-01T00:00:00");
        assertThat(task(no, CHASE).getDueDate().toInstant()).isEqualTo(instant("2015-12-02T00:00:00"));

        chased(no, "2015-12-05");
        remitted(no, "28000.00");
        until("2015-12-06T00:00:00");
        assertThat(task(no, CHASE)).isNull();
    }

    private void chased(String no, String nextOn) {
        tasks.complete(task(no, CHASE).getId(), Map.of("nextOn", nextOn));
    }

    @Test
    @DisplayName("BAL-03: a short balance is the supplier's to accept")
    void aShortBalanceIsAccepted() {
        String no = shippedOrder("SEA", false);
        remitted(no, "27000.00");
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        ok(act(no, "balance-acceptance", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
    }

    @Test
    @DisplayName(
            "FBK-01, AMB-18, AC-FBK-4, TR-23: not before completion; then the buyer comments on a completed order, the supplier replies, once each")
    void feedbackAndReply() {
        String no = shippedOrder("SEA", true);
        refused(act(no, "feedback", "{\"text\":\"Good\",\"rating\":5}"), 409, "illegal-transition");
        ok(act(no, "goods-receipt", "{}"));
        refused(act(no, "feedback", "{\"text\":\"Write to a@b.com\"}"), 422, "feedback-forbidden-content");
        ok(act(no, "feedback", "{\"text\":\"Good lamps\",\"rating\":5}"));
        refused(act(no, "feedback", "{\"text\":\"Again\"}"), 422, "feedback-exists");
        ok(act(no, "feedback/reply", "{\"text\":\"Thank you\"}"));
    }

    @DisplayName("FBK-04: comments are shown for products of the export service")
    @ParameterizedTest(name = "AC-FBK-3: a product of category {0} is shown in the public trade record: {1}")
    @CsvSource({"LIGHTING, true", "SELF_DECLARED, false"})
    void onlyProductsOfTheExportServiceAreShown(String category, boolean shown) {
        String product = "P-" + category + "-" + supplier;
        String no = paid(draft().with("/lines/0/productId", product).with("/lines/0/category", category));
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        ok(act(no, "goods-receipt", "{}"));
        ok(act(no, "feedback", "{\"text\":\"Good lamps\"}"));

        assertThat(jdbc.sql("select text from feedback where order_no = :no")
                        .param("no", no)
                        .query(String.class)
                        .list())
                .containsExactly("Good lamps");
        assertThat(platform.get("/public/trade-records?productId=" + product)
                        .body()
                        .path("items"))
                .hasSize(shown ? 1 : 0);
    }

    @Test
    @DisplayName(
            "BAL-03: the acceptance is offered when the balance is short within the tolerance, not before and not when too short")
    void theAcceptanceIsOfferedWhenItIsPossible() {
        String no = shippedOrder("SEA", false);
        remitted(no, "26000.00");
        assertThat(order(no).body().at("/actions/supplier").toString()).doesNotContain("balance-acceptance");
        refused(act(no, "balance-acceptance", "{}"), 409, "illegal-transition");
        remitted(no, "1000.00");
        assertThat(order(no).body().at("/actions/supplier").toString()).contains("balance-acceptance");
    }

    @Test
    @DisplayName("AMB-03: money that only becomes due for refund does not start the grace anew")
    void aSurplusDoesNotPutTheCompletionOff() {
        String no = paid(draft().with("/shipping/transport", "AIR"));
        remitted(no, "28000.00");
        at("2015-11-26T12:00:00");
        remitted(no, "5.00");
        shipped(no, "2015-11-11");
        assertThat(order(no).text("/deadlines/autoCompleteAt"))
                .isEqualTo(instant("2015-11-27T00:00:00").toString());
    }
}
