package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

class DisputeTest extends AcceptanceTest {

    private static final String REFUND = "{\"party\":\"BUYER\",\"kind\":\"REFUND\",\"reason\":\"Broken\"}";

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identities;

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    private String frozen(String no) {
        ok(act(no, "disputes", REFUND));
        assertThat(order(no).body().path("frozen").asBoolean()).isTrue();
        return no;
    }

    private Answer decide(String no, String outcome, @Nullable String amount) {
        String sum = amount == null ? "" : ",\"amount\":\"" + amount + "\"";
        return act(
                no,
                "disputes/decision",
                "{\"party\":\"BUYER\",\"outcome\":\"%s\"%s,\"reason\":\"Judged\"}".formatted(outcome, sum));
    }

    private void submitAs(String desk, Task task, Map<String, Object> fields) {
        identities.setAuthentication(desk, List.of(desk));
        tasks.claim(task.getId(), desk);
        forms.submitTaskForm(task.getId(), fields);
    }

    private String shippedByAir() {
        String no = paid(draft().with("/shipping/transport", "AIR"));
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    @Test
    @DisplayName("TR-22: who has confirmed already is told of the dispute, as everybody is")
    void aFrozenOrderIsNotConfirmed() {
        String no = frozen(paid(draft()));
        refused(confirm(no, "BUYER", 1), 409, "order-frozen");
        refused(confirm(no, "SUPPLIER", 9), 409, "order-frozen");
    }

    @ParameterizedTest(name = "TR-22: {0} of {1} before shipment: {2}, {3} due for refund, {4} still held")
    @CsvSource({
        "DISMISSED, ,         AWAITING_SHIPMENT, 0.00,     12000.00, 40000.00",
        "REFUND,    2000.00,  AWAITING_SHIPMENT, 2000.00,  10000.00, 40000.00",
        "AGREED,    11999.99, AWAITING_SHIPMENT, 11999.99, 0.01,     40000.00",
        "REFUND,    12000.00, CLOSED,            12000.00, 0.00,     0.00",
        "REFUND,    ,         CLOSED,            12000.00, 0.00,     0.00",
        "AGREED,    ,         CLOSED,            12000.00, 0.00,     0.00"
    })
    void theOutcomeDecidesWhatBecomesOfTheOrder(
            String outcome, @Nullable String amount, String status, String refundDue, String held, String quota) {
        String no = frozen(paid(draft().with("/coverage", "POST_DELIVERY")));
        assertThat(frozenQuota()).as("QTA-09").isEqualTo("40000.00");
        ok(decide(no, outcome, amount));

        Answer decided = order(no);
        assertThat(decided.text("/status")).isEqualTo(status);
        assertThat(decided.body().path("frozen").asBoolean()).isFalse();
        assertThat(decided.text("/funds/refundDue")).isEqualTo(refundDue);
        assertThat(decided.text("/funds/depositReceived")).isEqualTo(held);
        assertThat(frozenQuota()).isEqualTo(quota);
        boolean closed = status.equals("CLOSED");
        assertThat(decided.body().path("closedReason").asText()).isEqualTo(closed ? "Judged" : "null");
        assertThat(task(no, "userTask_declareShipment") == null).isEqualTo(closed);
        assertThat(task(no, "userTask_decideDispute")).isNull();
        Answer late = decide(no, "DISMISSED", null);
        refused(late, 409, "illegal-transition");
        assertThat(late.text("/detail")).endsWith(closed ? "Allowed now: -." : "Allowed now: disputes.");
        assertThat(platform.get("/orders/" + no + "/disputes").text("/items/0/outcome"))
                .isEqualTo(outcome);
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("dispute-opened", "dispute-decided");
    }

    @ParameterizedTest(name = "TR-22, TOL-05: short by 500.00 and {0} given back: {1}")
    @CsvSource({"1.00, AWAITING_DEPOSIT_CONFIRM, true", "5000.00, AWAITING_DEPOSIT_TOPUP, false"})
    void whatIsLeftOfAShortDepositIsTalliedAgain(String amount, String status, boolean asked) {
        String no = agreed(draft());
        remitted(no, "11500.00");
        assertThat(task(no, "userTask_acceptShortDeposit")).isNotNull();
        ok(decide(frozen(no), "AGREED", amount));
        assertThat(status(no)).isEqualTo(status);
        assertThat(task(no, "userTask_acceptShortDeposit") != null).isEqualTo(asked);
        assertThat(act(no, "deposit-acceptance", "{}").status()).isEqualTo(asked ? 200 : 409);
    }

    @ParameterizedTest(name = "TR-22, BAL-03: short by 200.00, {0} given back, the deposit first: accepted is {1}")
    @CsvSource({"12000.00, true", "17000.00, false"})
    void whatIsLeftOfAShortBalanceIsTalliedAgain(String amount, boolean asked) {
        String no = paid(draft());
        remitted(no, "27800.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(task(no, "userTask_acceptShortBalance")).isNotNull();
        ok(decide(frozen(no), "AGREED", amount));
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(task(no, "userTask_acceptShortBalance") != null).isEqualTo(asked);
        assertThat(act(no, "balance-acceptance", "{}").status()).isEqualTo(asked ? 200 : 409);
    }

    @Test
    @DisplayName(
            "TR-22: after shipment a grant needs its amount; all money closes the order, the deposit goes back before the balance")
    void afterShipmentAGrantNeedsItsAmount() {
        String no = frozen(shippedByAir());
        refused(decide(no, "REFUND", null), 400, "invalid-field");
        refused(decide(no, "REFUND", "40000.01"), 422, "amount-too-high");
        refused(decide(no, "REFUND", "0.00"), 400, "invalid-field");
        ok(decide(no, "REFUND", "13000.00"));
        assertThat(status(no)).isEqualTo("AWAITING_RECEIPT");
        assertThat(order(no).text("/funds/balanceReceived")).isEqualTo("27000.00");

        refused(act(no, "disputes", REFUND.replace("}", ",\"amount\":\"27000.01\"}")), 422, "amount-too-high");
        ok(act(no, "disputes", REFUND.replace("}", ",\"amount\":\"27000.00\"}")));
        ok(decide(no, "AGREED", "27000.00"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("40000.00");
    }

    @Test
    @DisplayName("TR-21: a refund is the buyer's, once money has come; a complaint is open to both")
    void whoMayOpenADispute() {
        String no = agreed(draft());
        refused(act(no, "disputes", REFUND), 409, "illegal-transition");
        refused(act(no, "disputes", REFUND.replace("BUYER", "SUPPLIER")), 403, "forbidden");
        refused(act(no, "disputes", "{\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"), 400, "invalid-field");
        refused(act(no, "disputes", "{\"kind\":\"REFUND\"}"), 400, "invalid-field");
        refused(as("buyer-acme").post("/orders/" + no + "/disputes", REFUND), 404, "not-found");
        ok(act(no, "disputes", "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"No word\"}"));
        refused(act(no, "disputes", REFUND), 409, "dispute-open");
        refused(
                as("buyer-acme")
                        .post("/orders/" + no + "/disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"x\"}"),
                403,
                "forbidden");
        assertThat(jdbc.sql("select recipient from outbox_mail where order_no = :no and template = 'dispute-opened'")
                        .param("no", no)
                        .query(String.class)
                        .single())
                .isEqualTo(buyer);
    }

    @Test
    @DisplayName("TR-22: an order completed without coverage is past all disputes")
    void aCompletedOrderWithoutCoverage() {
        String no = shippedByAir();
        ok(act(no, "goods-receipt", "{}"));
        refused(act(no, "disputes", REFUND.replace("REFUND", "COMPLAINT")), 409, "illegal-transition");
    }

    @ParameterizedTest(name = "TR-22: {0} is refused while the order is frozen")
    @ValueSource(
            strings = {
                "cancellations",
                "closure",
                "deposit-acceptance",
                "balance-acceptance",
                "reminders",
                "export-orders",
                "shipment-declaration",
                "goods-receipt",
                "feedback",
                "feedback/reply"
            })
    void aFrozenOrderTakesNoAction(String action) {
        String no = frozen(paid(draft()));
        String body = switch (action) {
            case "cancellations", "closure" -> "{\"party\":\"SUPPLIER\",\"reason\":\"x\"}";
            case "feedback", "feedback/reply" -> "{\"text\":\"x\"}";
            case "reminders" -> "{\"party\":\"SUPPLIER\"}";
            case "export-orders" -> "{\"port\":\"Ningbo\",\"destination\":\"GB\"}";
            default -> "{}";
        };
        refused(act(no, action, body), 409, "order-frozen");
    }

    @Test
    @DisplayName(
            "TR-22: a frozen order's contract and tasks wait, by every door; the dispute itself is decided in Tasklist")
    void aFrozenOrderWaitsInTasklistToo() {
        String no = frozen(paid(draft()));
        refused(
                platform.put("/orders/" + no + "/contract", draft().contract("SUPPLIER"), Map.of("If-Match", "\"1\"")),
                409,
                "order-frozen");
        Task shipment = task(no, "userTask_declareShipment");
        assertThatThrownBy(() -> submitAs("supplier-desk", shipment, Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ORDER_FROZEN));
        identities.clearAuthentication();

        Task dispute = task(no, "userTask_decideDispute");
        assertThat(tasks.getVariables(dispute.getId()))
                .containsEntry("held", "12,000.00 USD")
                .containsEntry("claimed", "-")
                .containsEntry("complaint", "Broken");
        submitAs(
                "assurance-desk",
                dispute,
                Map.of("decision", "REFUND", "refund", "500.00", "reason", "A part was broken"));
        identities.clearAuthentication();
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("500.00");
        assertThat(order(no).body().path("frozen").asBoolean()).isFalse();
        submitAs("supplier-desk", task(no, "userTask_declareShipment"), Map.of());
    }

    @Test
    @DisplayName("AMB-14, TR-22: a modification that waits for the buyer lapses with the refund that closes the order")
    void aRefundThatClosesEndsTheModification() {
        String no = paid(draft());
        String later =
                draft().with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}").contract("SUPPLIER");
        ok(platform.put("/orders/" + no + "/contract", later, Map.of("If-Match", "\"1\"")));
        assertThat(order(no).text("/proposedVersion")).isEqualTo("2");
        ok(decide(frozen(no), "REFUND", null));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(order(no).body().has("proposedVersion")).isFalse();
        assertThat(task(no, "userTask_confirmModification")).isNull();
    }

    @Test
    @DisplayName("TR-22: both parties are told how a dispute ended, each in its language")
    void bothPartiesAreToldTheDecision() {
        String no = frozen(paid(draft()));
        ok(decide(no, "AGREED", "2000.00"));
        var mails = platform.get("/sandbox/mails?limit=200").body().path("items");
        var told = new java.util.HashMap<String, String>();
        mails.forEach(mail -> {
            if (mail.path("template").asText().equals("dispute-decided")
                    && mail.path("orderNo").asText().equals(no)) {
                told.put(
                        mail.path("recipient").asText(),
                        mail.path("subject").asText() + mail.path("body").asText());
            }
        });
        assertThat(told).containsOnlyKeys(buyer, supplier);
        assertThat(told.get(buyer))
                .contains("dispute is decided", "the parties have agreed", "2,000.00 USD", "Judged", "/orders/" + no);
        assertThat(told.get(supplier)).contains("纠纷已裁定", "双方已达成一致", "2,000.00 USD", "Judged", "/orders/" + no);
    }
}
