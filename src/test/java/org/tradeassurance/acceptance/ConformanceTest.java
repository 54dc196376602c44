package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** What the application answers is what its description says. {@link Api} looks at each answer; here every call is made once. */
class ConformanceTest extends AcceptanceTest {

    private static final String CLOSE = "{\"reason\": \"Unpaid\"}";

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void nothingSeenYet() {
        Conformance.seen().clear();
        supplier(supplier, "CN", "9999999.00", true);
    }

    /** A clock that was set by the call is not left to others. */
    @AfterEach
    void forgetTheClock() {
        jdbc.sql("delete from sandbox_clock").update();
    }

    @Test
    @DisplayName("each call succeeds once, and its answer is as described")
    void eachCallAnswersAsDescribed() {
        anOrderToItsEnd();
        negotiations();
        money();
        exportOrders();
        disputesAndComplaints();
        suppliers();
        staff();
        theSandbox();
        List<String> unseen = Conformance.calls().stream()
                .filter(call -> Conformance.seen().stream().noneMatch(seen -> seen.startsWith(call + " 2")))
                .toList();
        assertThat(unseen).as("calls that no test makes: add them here").isEmpty();
    }

    private void anOrderToItsEnd() {
        String no = paid(draft());
        reads(no);
        ok(act(no, "migration", "{}"));
        shipped(no, "2015-10-31");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));
        ok(act(no, "feedback", "{\"text\": \"Good\", \"rating\": 5}"));
        ok(act(no, "feedback/reply", "{\"text\": \"Thank you\"}"));
        reads(no);
        ok(platform.get("/public/trade-records?productId=P-100"));
        ok(platform.get("/sandbox/mails"));
    }

    private void reads(String no) {
        for (String part : List.of(
                "",
                "/operations",
                "/explanation",
                "/contracts",
                "/contracts/1",
                "/funds",
                "/payment-details",
                "/feedback",
                "/disputes")) {
            ok(platform.get("/orders/" + no + part));
        }
        ok(platform.get("/orders"));
        ok(platform.get("/orders/export?format=csv"));
        ok(platform.get("/orders/export?format=xlsx"));
        ok(platform.get("/orders/counters"));
        ok(platform.get("/transports"));
    }

    private void negotiations() {
        String drafted = opened(draft().with("/submit", "false"));
        ok(act(drafted, "submission", "{}"));
        clock.runDueJobs();
        ok(platform.put(
                "/orders/" + drafted + "/contract",
                draft().with("/remark", "Sooner").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        ok(act(drafted, "reminders", "{\"party\": \"SUPPLIER\"}"));
        confirmed(drafted, "BUYER", 2);
        ok(act(drafted, "cancellations", "{\"party\": \"BUYER\", \"reason\": \"No need\"}"));
        ok(act(drafted, "cancellations/decision", "{\"accept\": true}"));
        String template = platform.post(
                        "/order-templates", "{\"name\": \"Lights\", \"orderNo\": \"%s\"}".formatted(drafted))
                .text("/templateId");
        ok(platform.get("/order-templates"));
        ok(platform.get("/order-templates/" + template));
        String unpaid = agreed(draft());
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(unpaid)
                        .rootProcessInstances()
                        .singleResult()
                        .getId(),
                "by hand");
        ok(act(unpaid, "process", "{}"));
        until("2015-11-16T09:00:00");
        ok(act(unpaid, "closure", CLOSE));
        at("2015-11-01T09:00:00");
    }

    private void money() {
        String no = agreed(draft());
        remitted(no, "11600.00");
        ok(act(no, "deposit-acceptance", "{}"));
        clock.runDueJobs();
        shipped(no, "2015-10-31");
        String id = remitted(no, "27000.00").text("/remittanceId");
        ok(act(no, "balance-acceptance", "{}"));
        ok(platform.get("/remittances/" + id));
        reads(no);
    }

    private void exportOrders() {
        String no = paid(draft());
        String linked = act(no, "export-orders", "{\"port\": \"NGB\", \"destination\": \"GB\"}")
                .text("/exportOrderNo");
        ok(platform.put("/export-orders/" + linked, "{\"status\": \"IN_PROGRESS\"}", Map.of()));
        assertThat(platform.delete("/orders/" + no + "/export-orders/" + linked).status())
                .isEqualTo(204);
        String own = paid(draft().with(
                        "/lines",
                        "[{\"product\": \"Lamp\", \"category\": \"SELF_DECLARED\", \"quantity\": \"1\", \"unit\": \"Set\","
                                + " \"unitPrice\": \"40000.00\"}]"));
        ok(platform.post(
                "/orders/%s/export-orders/%s/clearance"
                        .formatted(own, order(own).text("/shipment/exportOrders/0/exportOrderNo")),
                "{\"clearedOn\": \"2015-10-31\", \"evidence\": \"310120150000001\"}"));
    }

    private void disputesAndComplaints() {
        String no = paid(draft());
        ok(act(
                no,
                "disputes",
                "{\"party\": \"BUYER\", \"kind\": \"REFUND\", \"amount\": \"10.00\", \"reason\": \"Broken\"}"));
        reads(no);
        ok(act(no, "disputes/decision", "{\"outcome\": \"REFUND\", \"amount\": \"10.00\", \"reason\": \"Broken\"}"));
        reads(no);
        String complaint = "/complaints/" + complain(no).text("/complaintId");
        ok(platform.get(complaint));
        ok(platform.post(complaint + "/decision", "{\"upheld\": false, \"reason\": \"In time\"}"));
    }

    private Api.Answer complain(String no) {
        return platform.post("/complaints", """
                {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Late"}
                """.formatted(supplier, no));
    }

    private void suppliers() {
        ok(platform.get("/suppliers/" + supplier));
        ok(platform.get("/suppliers/" + supplier + "/quota-entries"));
        ok(platform.post("/suppliers/" + supplier + "/quotations", "{\"rfqNo\": \"RFQ-1\"}"));
        standing("SUSPENDED");
        ok(platform.post("/suppliers/" + supplier + "/reinstatement", "{\"reason\": \"Mended\"}"));
    }

    /** Staff call with the session of their browser. */
    private void staff() {
        String task = task(paid(draft()), "userTask_declareShipment").getId();
        Browser desk = new Browser(port()).login("supplier-desk", "sandbox");
        for (String path : List.of(
                "/tasks/" + task,
                "/tasks?queue=desks",
                "/tasks/queues",
                "/tasks/team",
                "/search?q=Acme",
                "/overview",
                "/overview/radar",
                "/overview/tasks",
                "/overview/trend")) {
            Caller.Answer answer = desk.get("/api/v1" + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            Conformance.TO_THE_FILE.check(
                    "GET",
                    "/api/v1" + path,
                    new Api.Answer(answer.status(), answer.response().headers(), answer.json()));
        }
    }

    private void theSandbox() {
        String now = "{\"now\": \"2015-11-01T01:00:00Z\"}";
        ok(platform.get("/sandbox/clock"));
        ok(platform.put("/sandbox/clock", now, Map.of()));
        ok(platform.post("/sandbox/reset", now));
        ok(platform.post("/sandbox/clock/advance", "{\"duration\": \"PT1S\"}"));
    }
}
