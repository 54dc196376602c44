package org.tradeassurance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.OrderClock;
import org.tradeassurance.TestClock;
import org.tradeassurance.acceptance.Api;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.acceptance.DeskMember;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.order.BusinessTime;

/** The doors to the running product, for one order after another: each has its own time, and nothing of the others runs meanwhile. */
final class Play {

    private static final int MAX_JOBS = 100;
    private static final int MAX_ACTS = 20;

    private final int port;
    private final ManagementService management;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final OrderClock time;
    private final Api platform;
    private final Map<String, DeskMember> staff = new HashMap<>();

    Play(int port, ManagementService management, TaskService tasks, JdbcClient jdbc) {
        this.port = port;
        this.management = management;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = new TestClock(management);
        this.time = new OrderClock(clock, management, jdbc, MAX_JOBS);
        this.platform = new Api(port, "platform");
    }

    /** Sets the clock to a local time of Asia/Shanghai; runs nothing. */
    void at(String local) {
        clock.set(LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant());
    }

    String open(String supplier, Draft draft) {
        taken(platform.put("/suppliers/" + supplier, """
                {"name": "%s", "region": "CN", "quotaLimit": "50000.00", "assuranceActive": true}""".formatted(supplier), Map.of()));
        return taken(platform.post("/orders", draft.json())).text("/orderNo");
    }

    void post(String path, String body) {
        taken(platform.post(path, body));
    }

    void act(String no, String path, String body) {
        post("/orders/" + no + "/" + path, body);
    }

    /** Moves the order to the newest models; answers the code of the refusal, if any. */
    String migrate(String no) {
        Answer answer = platform.post("/orders/" + no + "/migration", "{}");
        return answer.status() < 400 ? "moved" : answer.code();
    }

    void put(String no, Draft contract) {
        String version = "\"" + order(no).path("contractVersion").asText() + "\"";
        taken(platform.put("/orders/" + no + "/contract", contract.contract("SUPPLIER"), Map.of("If-Match", version)));
    }

    void confirm(String no, String party, String version) {
        act(no, "confirmations", """
                {"party": "%s", "contractVersion": %s}""".formatted(party, order(no).path(version).asText()));
    }

    /** Money that names the order, or nobody's, under a reference. */
    void remit(String reference, String named, String amount) {
        taken(new Api(port, "bank").post("/remittances", """
                {"bankReference": "%s", "orderNo": "%s", "amount": "%s", "currency": "USD", "method": "TT"}""".formatted(reference, named, amount)));
    }

    void remit(String no, String amount) {
        remit("BANK-" + UUID.randomUUID(), no, amount);
    }

    /** All goods of the order leave the country today, those that the supplier exports itself too. */
    void clear(String no) {
        String today = BusinessTime.dateOf(clock.now()).toString();
        for (JsonNode export : order(no).at("/shipment/exportOrders")) {
            String number = export.path("exportOrderNo").asText();
            if (!export.path("clearedOn").isNull()) {
                continue;
            }
            if (export.path("selfExport").asBoolean()) {
                act(no, "export-orders/" + number + "/clearance", """
                        {"clearedOn": "%s", "evidence": "Declaration 7"}""".formatted(today));
            } else {
                post("/customs-clearances", """
                        {"exportOrderNo": "%s", "clearedOn": "%s", "reference": "CC-%s"}""".formatted(number, today, number));
            }
        }
    }

    /** A desk submits the form of a task, as its pages do. */
    void submit(String no, String element, Map<String, String> fields) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(keyOf(no, element))
                .taskDefinitionKey("userTask_" + element)
                .singleResult();
        assertThat(task).as("%s waits for %s", no, element).isNotNull();
        String desk = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
        DeskMember member = staff.computeIfAbsent(desk, name -> new DeskMember(port, name));
        assertThat(member.claim(task.getId()).status()).isEqualTo(204);
        var answer = member.submit(task.getId(), complete(member, task.getId(), fields));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    /** The models of today ask for a day on which a chase comes back; those of an older release do not know it. */
    private Map<String, String> complete(DeskMember member, String task, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        if (member.get("/task/" + task + "/deployed-form").body().contains("\"nextOn\"")) {
            all.put("nextOn", BusinessTime.dateOf(clock.now()).plusDays(2).toString());
        }
        return all;
    }

    boolean waitsFor(String no, String element) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(no)
                        .taskDefinitionKey("userTask_" + element)
                        .count()
                > 0;
    }

    private String keyOf(String no, String element) {
        return switch (element) {
            case "matchRemittance" ->
                text("select remittance_id from remittance where bank_reference = 'LOST-' || :no", no);
            case "payRefund" -> text("""
                    select refund_no from refund f join remittance r using (remittance_id)
                     where f.paid_at is null and (f.order_no = :no or r.bank_reference = 'LOST-' || :no)
                    """, no);
            case "judgeComplaint" -> text("select complaint_id from complaint where order_no = :no", no);
            case "traceClearance" -> "LOST-" + no;
            default -> no;
        };
    }

    private String text(String query, String no) {
        return jdbc.sql(query).param("no", no).query(String.class).single();
    }

    /** Steps that wait for nobody but the export service. */
    void runs(String no) {
        time.advance(no, clock.now());
    }

    /** Until a local time of Asia/Shanghai, the order's timers on the way. */
    void later(String no, String local) {
        time.advance(no, LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant());
    }

    /** The failed or waiting jobs of an order get so many tries; none makes an incident. */
    void tries(String no, int tries) {
        jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution r on r.id_ = j.root_proc_inst_id_
                         where r.business_key_ = :no and j.type_ = 'message'
                        """).param("no", no).query(String.class).list().forEach(job -> management.setJobRetries(job, tries));
    }

    JsonNode order(String no) {
        return taken(platform.get("/orders/" + no)).body();
    }

    JsonNode funds(String no) {
        return taken(platform.get("/orders/" + no + "/funds")).body();
    }

    String frozenQuota(String supplier) {
        return taken(platform.get("/suppliers/" + supplier)).text("/quota/frozen");
    }

    String status(String no) {
        return order(no).path("status").asText();
    }

    /** From wherever it waits, as any order goes on when everybody does what is theirs. */
    void toTheEnd(String no) {
        for (int acts = 0; acts < MAX_ACTS; acts++) {
            runs(no);
            JsonNode order = order(no);
            String status = order.path("status").asText();
            if (List.of("COMPLETED", "CLOSED").contains(status)) {
                afterwards(no);
                return;
            }
            goOn(no, order, status);
        }
        throw new AssertionError("Order %s does not come to its end: %s".formatted(no, order(no)));
    }

    private void goOn(String no, JsonNode order, String status) {
        switch (status) {
            case "DRAFT" -> {
                if (waitsFor(no, "settleExportService")) {
                    submit(no, "settleExportService", Map.of("decision", "approve", "note", "Agreed by phone"));
                } else {
                    act(no, "submission", "{}");
                }
            }
            case "NEGOTIATING", "AWAITING_SUPPLIER_CONFIRM" -> confirm(no, "SUPPLIER", "contractVersion");
            case "AWAITING_BUYER_CONFIRM" -> confirm(no, "BUYER", "contractVersion");
            case "AWAITING_DEPOSIT", "AWAITING_DEPOSIT_TOPUP" ->
                remit(no, open(order, "/amounts/deposit", "/funds/depositReceived"));
            case "AWAITING_DEPOSIT_CONFIRM" -> act(no, "deposit-acceptance", "{}");
            case "AWAITING_SHIPMENT" -> {
                clear(no);
                if (!order.at("/shipment/declaredComplete").asBoolean()) {
                    act(no, "shipment-declaration", "{}");
                }
            }
            case "SHIPPED_AWAITING_BALANCE" -> remit(no, open(order, "/amounts/balance", "/funds/balanceReceived"));
            case "AWAITING_RECEIPT" -> act(no, "goods-receipt", "{}");
            default -> throw new AssertionError(status);
        }
    }

    private static String open(JsonNode order, String agreed, String received) {
        return new BigDecimal(order.at(agreed).asText())
                .subtract(new BigDecimal(order.at(received).asText()))
                .toPlainString();
    }

    /** What is left to do for an order that is over: money goes back, coverage and feedback end by themselves. */
    private void afterwards(String no) {
        for (JsonNode refund : funds(no).path("refunds")) {
            if (refund.path("payout").isNull()) {
                submit(
                        no,
                        "payRefund",
                        Map.of(
                                "payoutReference",
                                "OUT-" + refund.path("refundNo").asText(),
                                "paidOn",
                                BusinessTime.dateOf(clock.now()).toString()));
            }
        }
        time.advance(no, clock.now().plus(Duration.ofDays(100)));
    }

    private static Answer taken(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 202);
        return answer;
    }
}
