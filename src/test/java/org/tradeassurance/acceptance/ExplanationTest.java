package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.web.doors.Browser;

/** Why an order is where it is: what it waits for, by which row, what tables have said, and what comes next. */
class ExplanationTest extends AcceptanceTest {

    @Test
    @DisplayName(
            "PAY-01: an order that awaits its deposit waits for the buyer, until the date that a row of the deadlines gave")
    void theBuyersMoneyIsAwaited() {
        String no = agreed(draft());
        Answer why = explanation(no);
        assertThat(why.text("/status")).isEqualTo("AWAITING_DEPOSIT");
        JsonNode wait = wait(why, "event_depositPosted");
        assertThat(wait.path("who").asText()).isEqualTo("BUYER");
        assertThat(wait.at("/what/en").asText()).isEqualTo("Deposit posted");
        assertThat(wait.path("since").asText()).isEqualTo("2015-11-01T01:00:00Z");
        assertThat(wait.path("until").asText()).isEqualTo(order(no).text("/deadlines/paymentDueAt"));
        assertThat(wait.at("/element/process").asText()).isEqualTo("collect-deposit");
        assertThat(row(wait)).isEqualTo("order-deadlines rule_paymentWindow");
        assertThat(wait.at("/rule/annotation").asText()).startsWith("PAY-01, PRM-01: ");
        assertThat(next(why))
                .contains(
                        "Deposit posted: Money arrived",
                        "Payment window ended: Decide on unpaid order, Closes by itself?");
    }

    @Test
    @DisplayName("PAY-01: when the window is over the supplier decides; each answer says where it leads")
    void anUnpaidOrderIsTheSuppliers() {
        String no = agreed(draft());
        until("2015-11-16T09:00:00");
        Answer why = explanation(no);
        JsonNode wait = wait(why, "userTask_decideOnUnpaidOrder");
        assertThat(wait.path("who").asText() + " " + wait.path("desk").asText()).isEqualTo("SUPPLIER supplier-desk");
        assertThat(row(wait)).isEqualTo("order-deadlines rule_paymentWindow");
        assertThat(next(why))
                .contains("Close the order? Yes: Unpaid order closed", "Close the order? No: Kept waiting");
        assertThat(wait(why, "event_depositPosted").path("until").isNull()).isTrue();
    }

    @Test
    @DisplayName(
            "ACT: what the phase's order may meet besides is told too: closing, a dispute, a cancellation, a changed contract")
    void whatTheOrderAroundOffersComesNextToo() {
        String no = agreed(draft());
        assertThat(next(explanation(no)))
                .contains(
                        "Cancellation requested: Decide on cancellation",
                        "Contract revised: Confirm order",
                        "Order cancelled: Order closed",
                        "Dispute opened: Settle dispute");
    }

    @Test
    @DisplayName("ACT: who reads Chinese reads it everywhere, by the names of the model")
    void whoReadsChineseReadsItEverywhere() {
        String no = agreed(draft());
        Answer why = platform.get("/orders/" + no + "/explanation", Map.of("Accept-Language", "zh-CN"));
        assertThat(wait(why, "event_depositPosted").at("/what/zh").asText()).isEqualTo("预付款入账");
        assertThat(list(why, "next")
                        .map(next -> next.at("/on/zh").asText() + " → "
                                + next.path("leadsTo").asText()))
                .contains("付款期限已过 → 处理逾期未付款订单, 是否自动关闭？", "申请取消 → 处理取消申请", "发起纠纷 → 了结纠纷")
                .allMatch(next -> !next.matches(".*[A-Za-z].*"));
        until("2015-11-16T09:00:00");
        assertThat(list(platform.get("/orders/" + no + "/explanation", Map.of("Accept-Language", "zh-CN")), "next")
                        .map(next -> next.at("/on/zh").asText() + " → "
                                + next.path("leadsTo").asText()))
                .contains("是否关闭订单？ 是 → 未付款订单已关闭");
    }

    @Test
    @DisplayName("SHP, RCV: shipment, balance and receipt each have the row of their date")
    void eachPhaseHasItsRow() {
        String no = paid(draft().with("/coverage", "POST_DELIVERY"));
        JsonNode ship = wait(explanation(no), "userTask_declareShipment");
        assertThat(ship.path("who").asText()).isEqualTo("SUPPLIER");
        assertThat(row(ship)).isEqualTo("order-deadlines rule_shipBy");
        shipped(no, "2015-11-01");
        JsonNode balance = wait(explanation(no), "event_balancePosted");
        assertThat(balance.path("who").asText() + row(balance)).startsWith("BUYERauto-completion rule_");
        remitted(no, "28000.00");
        Answer why = explanation(no);
        JsonNode receipt = wait(why, "userTask_confirmReceipt");
        assertThat(receipt.path("until").asText()).isEqualTo(order(no).text("/deadlines/autoCompleteAt"));
        assertThat(row(receipt)).startsWith("auto-completion rule_");
        assertThat(next(why)).contains("Receipt overdue: Complete order automatically");
        ok(act(no, "goods-receipt", "{}"));
        assertThat(row(wait(explanation(no), "event_coverageEnded"))).isEqualTo("order-deadlines rule_coverageEnd");
        assertThat(row(wait(explanation(no), "userTask_leaveFeedback"))).isEqualTo("order-deadlines rule_feedback");
    }

    @Test
    @DisplayName("AMB-15: in a dispute the assurance desk decides, and nothing of the order is due")
    void aDisputeStopsTheDates() {
        String no = agreed(draft());
        Answer opened = act(no, "disputes", """
                {"party": "BUYER", "kind": "COMPLAINT", "reason": "No answer"}
                """);
        ok(opened);
        Answer why = explanation(no);
        JsonNode dispute = wait(why, "userTask_decideDispute");
        assertThat(dispute.path("who").asText() + " " + dispute.path("desk").asText())
                .isEqualTo("STAFF assurance-desk");
        assertThat(wait(why, "event_depositPosted").path("until").isNull()).isTrue();
        assertThat(wait(why, "event_paymentWindowEnded").path("rule").isNull()).isTrue();
        ok(act(no, "disputes/decision", """
                {"outcome": "DISMISSED", "reason": "Answered"}
                """));
    }

    @Test
    @DisplayName(
            "GEN: the parties learn what their order waits for and what comes next, not how it was judged; strangers nothing")
    void thePartiesSeeTheirPart() {
        String no = opened(Draft.of("S-1001", "acme@example.com"));
        for (String party : List.of("supplier-S-1001", "buyer-acme")) {
            Answer why = as(party).get("/orders/" + no + "/explanation");
            ok(why);
            assertThat(why.body().path("waitsFor")).isNotEmpty();
            assertThat(why.body().path("next")).isNotEmpty();
            assertThat(why.body().has("decisions")).as(party).isFalse();
        }
        assertThat(new Browser(port())
                        .login("finance-desk", "sandbox")
                        .get("/api/v1/orders/" + no + "/explanation")
                        .json()
                        .path("decisions"))
                .isNotEmpty();
        for (String stranger : List.of("supplier-S-1002", "buyer-globex")) {
            refused(as(stranger).get("/orders/" + no + "/explanation"), 404, "not-found");
        }
        refused(platform.get("/orders/70000000000000/explanation"), 404, "not-found");
        refused(as("bank").get("/orders/" + no + "/explanation"), 403, "forbidden");
        ok(act(no, "cancellations", "{\"party\": \"SUPPLIER\", \"reason\": \"Tried\"}"));
        assertThat(explanation(no).body().path("waitsFor")).isEmpty();
    }

    @Test
    @DisplayName("TOL-01: what a table said is kept with row, reason, inputs and outputs, once a transaction")
    void whatATableSaidIsKept() {
        String no = agreed(draft().amounts("40000.00", "10000.00"));
        remitted(no, "9500.00");
        List<JsonNode> said = decisions(no).stream()
                .filter(decision -> decision.path("table").asText().equals("payment-shortfall"))
                .toList();
        assertThat(said).hasSize(1);
        JsonNode shortfall = said.get(0);
        assertThat(shortfall.path("row").asText()).isEqualTo("rule_depositConfirm");
        assertThat(shortfall.path("annotation").asText()).startsWith("TOL-01, PRM-03: ");
        assertThat(shortfall.path("inputs")).isEqualTo(Api.json("""
                        {"leg": "DEPOSIT", "expectedCents": 1000000, "receivedCents": 950000, "onDate": "2015-11-01"}
                        """));
        assertThat(shortfall.path("outputs")).isEqualTo(Api.json("{\"verdict\": \"CONFIRM\"}"));
        assertThat(shortfall.path("at").asText()).isEqualTo("2015-11-01T01:00:00Z");
        assertThat(shortfall.path("deployment").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("every table that judges an order on its way is among its decisions; who only looks leaves none")
    void eachTableIsKept() {
        String no = paid(draft());
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().amounts("40000.00", "12000.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        confirmed(no, "BUYER", 2);
        shipped(no, "2015-11-01");
        remitted(no, "28000.00");
        ok(act(no, "goods-receipt", "{}"));
        ok(act(no, "feedback", "{\"text\": \"Good lamps\"}"));
        assertThat(decisions(no).stream().map(decision -> decision.path("table").asText()))
                .contains(
                        "auto-completion",
                        "buyer-eligibility",
                        "coverage-release",
                        "covered-amount",
                        "date-limits",
                        "export-mode",
                        "modification-limits",
                        "order-deadlines",
                        "order-points",
                        "order-policies",
                        "payment-fee",
                        "payment-shortfall",
                        "supplier-eligibility",
                        "text-limits");
        int before = decisions(no).size();
        ok(platform.get("/orders/" + no + "/payment-details"));
        ok(order(no));
        assertThat(decisions(no)).hasSize(before);
    }

    @Test
    @DisplayName("they go with the history of the order's process, and with them what was filled in for it")
    void decisionsGoWithTheHistory() {
        String no = opened(draft());
        List.of(no, "RF-OF-" + no)
                .forEach(key -> jdbc.sql("""
                        insert into order_field (order_no, business_key, task, task_name, field, label, value, shown, actor, at)
                        values (:no, :key, 'Activity_0note', 'Note', 'note', 'Note', 'Kept', 'Kept', 'finance-desk', now())
                        """).param("no", no).param("key", key).update());
        ok(act(no, "cancellations", "{\"party\": \"SUPPLIER\", \"reason\": \"Tried\"}"));
        assertThat(decisions(no)).isNotEmpty();
        jdbc.sql("delete from act_hi_procinst where business_key_ = :no and super_process_instance_id_ is not null")
                .param("no", no)
                .update();
        assertThat(decisions(no)).isNotEmpty();
        assertThat(order(no).body().path("fields")).hasSize(2);
        jdbc.sql("delete from act_hi_procinst where business_key_ = :no")
                .param("no", no)
                .update();
        assertThat(decisions(no)).isEmpty();
        assertThat(order(no).body().path("fields")).isEmpty();
    }

    private Answer explanation(String no) {
        Answer answer = platform.get("/orders/" + no + "/explanation");
        ok(answer);
        return answer;
    }

    private List<JsonNode> decisions(String no) {
        return list(explanation(no), "decisions").toList();
    }

    private static JsonNode wait(Answer why, String element) {
        return list(why, "waitsFor")
                .filter(wait -> wait.at("/element/id").asText().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not in " + why.body()));
    }

    private static String row(JsonNode wait) {
        return wait.at("/rule/table").asText() + " " + wait.at("/rule/row").asText();
    }

    private static List<String> next(Answer why) {
        return list(why, "next")
                .map(next ->
                        next.at("/on/en").asText() + ": " + next.path("leadsTo").asText())
                .toList();
    }

    private static Stream<JsonNode> list(Answer why, String name) {
        return StreamSupport.stream(why.body().path(name).spliterator(), false);
    }
}
