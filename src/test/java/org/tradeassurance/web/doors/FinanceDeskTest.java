package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.web.Caller;

/** The finance desk at work by Tasklist's own calls; the interface shows the truth afterwards. */
class FinanceDeskTest extends AcceptanceTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default/task";
    private static final String UNKNOWN = "99999999999999";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    private Browser desk;

    @BeforeEach
    void logIn() {
        desk = loggedIn("finance-desk");
    }

    private Browser loggedIn(String name) {
        Browser browser = new Browser(port).login(name, "sandbox");
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    @Test
    @DisplayName("PAY-03, ACT-06: the desk sees which orders unmatched money may be meant for, and why; it assigns it")
    void unmatchedMoneyIsAssigned() throws Exception {
        String no = agreed(draft());
        String other = agreed(draft());
        String closed = opened(draft());
        ok(act(closed, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"x\"}"));
        String id = remittance("12000.00", "USD", UNKNOWN, account(no), "For " + other + " or " + closed);
        String task = claimed(id);

        offersOnly(task, other, no, closed);

        refusedIn("zh", task, assignOther(closed), "的订单已关闭");
        refusedIn("en", task, assignOther(closed), "is that of a closed order");
        refusedIn("en", task, assign(closed), "Order");
        refusedIn("en", task, assign("other"), "Order number");
        refusedIn("en", task, assignOther(UNKNOWN), "is the number of no order");
        ok(act(other, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"x\"}"));
        refusedIn("zh", task, assign(other), "纠纷");
        assertThat(platform.get("/remittances/" + id).text("/state")).isEqualTo("SUSPENSE");

        assertThat(submit(task, assignOther(no)).status()).isEqualTo(204);
        assertThat(platform.get("/remittances/" + id).text("/state")).isEqualTo("APPLIED");
        assertThat(platform.get("/orders/" + no + "/funds").text("/remittances/0/appliedToDeposit"))
                .isEqualTo("12000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("\"actor\":\"finance-desk\",\"action\":\"money-posted\"");
    }

    private void offersOnly(String task, String other, String no, String closed) throws Exception {
        JsonNode variables = JSON.readTree(desk.get(ENGINE + "/" + task + "/form-variables?deserializeValues=false")
                .body());
        JsonNode candidates =
                JSON.readTree(variables.path("candidates").path("value").asText());
        assertThat(candidates.findValuesAsText("orderNo")).containsExactly(other, no, closed);
        assertThat(candidates.get(0).path("why").asText())
                .contains("付款说明中有订单号；", "付至该订单账户", "number in the remittance text", "amount is the deposit owed");
        assertThat(candidates.get(1).path("why").asText())
                .contains("open order of the same buyer")
                .doesNotContain("text");
        assertThat(candidates.get(1).path("owed").asText()).isEqualTo("12,000.00 USD");
        List<String> choices = new ArrayList<>();
        JSON.readTree(variables.path("orders").path("value").asText())
                .forEach(choice -> choices.add(choice.path("value").asText()));
        assertThat(choices).containsExactly(other, no, "other");
    }

    @Test
    @DisplayName("AMB-28: money in another currency is for no order; returned, it is a refund that the desk pays")
    void foreignMoneyIsReturned() throws Exception {
        String no = agreed(draft());
        String id = remittance("500.00", "EUR", no, null, null);
        String task = claimed(id);
        refusedIn("zh", task, assign(no), "币种为 EUR");
        refusedIn("en", task, assign(no), "the money is in EUR");

        assertThat(submit(task, Map.of("decision", "refund")).status()).isEqualTo(204);
        Answer returned = platform.get("/remittances/" + id);
        assertThat(returned.text("/state") + returned.text("/refundDue")).isEqualTo("RETURNED500.00");
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("0.00");
        String refund = platform.get("/orders/" + no + "/funds").text("/refunds/0/refundNo");
        assertThat(submit(claimed(refund), payout("DE-1-" + id)).status()).isEqualTo(204);
        assertThat(platform.get("/remittances/" + id).text("/refundPaid")).isEqualTo("500.00");
    }

    @Test
    @DisplayName(
            "TR-22, TOL-04: what a dispute grants is due until the desk has paid it, also while the next dispute is open")
    void aGrantedRefundIsPaid() throws Exception {
        String no = paid(draft());
        String dispute = "{\"party\":\"BUYER\",\"kind\":\"REFUND\",\"reason\":\"Broken\"}";
        ok(act(no, "disputes", dispute));
        ok(act(no, "disputes/decision", "{\"outcome\":\"REFUND\",\"amount\":\"2000.00\",\"reason\":\"Judged\"}"));
        assertThat(order(no).text("/funds/refundDue")).isEqualTo("2000.00");
        ok(act(no, "disputes", dispute));
        String refund = platform.get("/orders/" + no + "/funds").text("/refunds/0/refundNo");
        String task = claimed(refund);
        assertThat(desk.get("/api/v1/tasks/" + task).body()).contains(no);
        assertThat(loggedIn("assurance-desk").get(ENGINE + "/" + task).status()).isIn(403, 404);
        refusedIn("zh", task, Map.of("payoutReference", "", "paidOn", "2015-11-01"), "银行流水号");
        refusedIn(
                "en",
                task,
                Map.of("payoutReference", "P", "paidOn", "2015-11-02"),
                "Paid on must not lie in the future");

        assertThat(submit(task, payout("PAY-" + no)).status()).isEqualTo(204);
        Answer funds = platform.get("/orders/" + no + "/funds");
        assertThat(funds.text("/refundDue")).isEqualTo("0.00");
        assertThat(funds.text("/remittances/0/refundPaid")).isEqualTo("2000.00");
        assertThat(funds.text("/refunds/0/cause")).isEqualTo("DISPUTE");
        assertThat(funds.text("/refunds/0/payout/reference")).isEqualTo("PAY-" + no);
        assertThat(funds.text("/refunds/0/payout/paidBy")).isEqualTo("finance-desk");
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("\"actor\":\"finance-desk\",\"action\":\"refund-paid\"");
        assertThat(submit(task, payout("PAY-" + no)).status())
                .as("the same again")
                .isBetween(400, 500);
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("10000.00");
    }

    private static Map<String, String> assign(String no) {
        return Map.of("decision", "assign", "assignTo", no);
    }

    private static Map<String, String> assignOther(String no) {
        return Map.of("decision", "assign", "assignTo", "other", "otherOrder", no);
    }

    private static Map<String, String> payout(String reference) {
        return Map.of("payoutReference", reference, "paidOn", "2015-11-01");
    }

    private String account(String no) {
        return order(no).text("/funds/account");
    }

    private String remittance(
            String amount, String currency, String no, @Nullable String account, @Nullable String info)
            throws Exception {
        Map<String, String> body = new java.util.HashMap<>(Map.of(
                "bankReference",
                UUID.randomUUID().toString(),
                "orderNo",
                no,
                "amount",
                amount,
                "currency",
                currency,
                "method",
                "TT"));
        if (account != null && info != null) {
            body.put("account", account);
            body.put("remittanceInfo", info);
        }
        Answer answer = as("bank").post("/remittances", JSON.writeValueAsString(body));
        assertThat(answer.text("/state")).isIn("SUSPENSE", "PARKED");
        return answer.text("/remittanceId");
    }

    private String claimed(String businessKey) throws Exception {
        String task = JSON.readTree(desk.get(ENGINE + "?maxResults=10&processInstanceBusinessKey=" + businessKey)
                        .body())
                .path(0)
                .path("id")
                .asText();
        Caller.Answer answer = desk.json("POST", ENGINE + "/" + task + "/claim", "{\"userId\": \"finance-desk\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return task;
    }

    private Caller.Answer submit(String task, Map<String, String> fields) throws Exception {
        Map<String, Object> variables = new java.util.HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return desk.json(
                "POST", ENGINE + "/" + task + "/submit-form", JSON.writeValueAsString(Map.of("variables", variables)));
    }

    private void refusedIn(String language, String task, Map<String, String> fields, String sentence) throws Exception {
        desk.with("Accept-Language", language);
        Caller.Answer answer = submit(task, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }
}
