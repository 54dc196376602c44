package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.TestClock;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.order.BusinessTime;

/** Plays orders through the running application. Times are those of Asia/Shanghai, as in the rule catalogue. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class AcceptanceTest {

    private static final LocalDate SHIP_DATE = LocalDate.of(2015, 11, 11);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected JdbcClient jdbc;

    protected TestClock clock;
    protected Api platform;

    /** A supplier and a buyer that no other test knows. */
    protected String supplier;

    protected String buyer;

    @BeforeEach
    void open() {
        clock = new TestClock(management);
        at("2015-11-01T09:00:00");
        platform = as("platform");
        int number = COUNT.incrementAndGet();
        supplier = "S-T" + number;
        buyer = "buyer" + number + "@example.com";
        supplier(supplier, "CN", "119000.00", true);
    }

    @AfterEach
    void invariantsHold() {
        clock.reset();
        for (String view : jdbc.sql("select table_name from information_schema.views where table_name like 'inv\\_%'")
                .query(String.class)
                .list()) {
            assertThat(jdbc.sql("select * from " + view).query().listOfRows().stream()
                            .filter(row -> !playedByPhases(row)))
                    .as(view)
                    .isEmpty();
        }
        assertThat(jdbc.sql("""
                        select subscriber, order_no, event, count(*)
                          from webhook w
                         group by subscriber, order_no, event
                        having count(*) > (select count(*) from operation_record o
                                            where o.order_no = w.order_no and o.action = w.event)
                        """).query().listOfRows())
                .as("events of what never happened")
                .isEmpty();
    }

    /** Orders of tests that play one phase alone have no parent process; theirs are no faults of the application. */
    private boolean playedByPhases(Map<String, Object> row) {
        return row.containsKey("fault")
                && !jdbc.sql("select supplier_id from trade_order where order_no = :no")
                        .param("no", row.get("order_no"))
                        .query(String.class)
                        .single()
                        .startsWith("S-T");
    }

    protected Api as(String account) {
        return new Api(port, account);
    }

    /** Logs a member of staff in to Tasklist. */
    protected DeskMember member(String name) {
        return new DeskMember(port, name);
    }

    protected int port() {
        return port;
    }

    protected Api anonymous() {
        return new Api(port, null);
    }

    /** The description that the application serves of its own interface. */
    protected JsonNode description() {
        return platform.description();
    }

    /** Sets the clock to a local time of Asia/Shanghai. */
    protected void at(String local) {
        clock.set(instant(local));
    }

    /** Moves the clock to a local time of Asia/Shanghai and runs on the way what becomes due. */
    protected void until(String local) {
        clock.advanceTo(instant(local));
    }

    protected static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }

    protected void supplier(String id, String region, String limit, boolean active) {
        Answer answer = platform.put("/suppliers/" + id, """
                {"name": "Supplier %s", "region": "%s", "quotaLimit": "%s", "assuranceActive": %s}
                """.formatted(id, region, limit, active), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
    }

    /** Ships on 2015-11-11, or, where that day is over, in ten days. */
    protected Draft draft() {
        Draft draft = Draft.of(supplier, buyer);
        LocalDate today = BusinessTime.dateOf(clock.now());
        return today.isAfter(SHIP_DATE)
                ? draft.with("/shipping/shipBy/date", today.plusDays(10).toString())
                : draft;
    }

    /** Opens an order and lets the export service answer. */
    protected String opened(Draft draft) {
        Answer answer = platform.post("/orders", draft.json());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        clock.runDueJobs();
        return answer.text("/orderNo");
    }

    /** An order that both sides have confirmed. */
    protected String agreed(Draft draft) {
        String no = opened(draft);
        confirmed(no, "BUYER", 1);
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        return no;
    }

    /** An order whose deposit has come in full. */
    protected String paid(Draft draft) {
        String no = agreed(draft);
        remitted(no, order(no).text("/amounts/deposit"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        return no;
    }

    /** Links nothing more than the automatic export order, clears it and declares the shipment. */
    protected void shipped(String no, String clearedOn) {
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), clearedOn);
        ok(platform.post("/orders/" + no + "/shipment-declaration", "{}"));
        clock.runDueJobs();
    }

    protected void cleared(String exportOrderNo, String clearedOn) {
        Answer answer =
                platform.post("/customs-clearances", """
                {"exportOrderNo": "%s", "clearedOn": "%s", "reference": "CC-%d"}
                """.formatted(exportOrderNo, clearedOn, COUNT.incrementAndGet()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        clock.runDueJobs();
    }

    protected Answer confirmed(String no, String party, int version) {
        Answer answer = confirm(no, party, version);
        ok(answer);
        clock.runDueJobs();
        return answer;
    }

    protected Answer confirm(String no, String party, int version) {
        return platform.post("/orders/" + no + "/confirmations", """
                {"party": "%s", "contractVersion": %d}
                """.formatted(party, version));
    }

    protected Answer remitted(String no, String amount) {
        Answer answer = remit("BANK-" + COUNT.incrementAndGet(), no, amount, "TT");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        clock.runDueJobs();
        return answer;
    }

    protected Answer remit(String reference, String no, String amount, String method) {
        return as("bank").post("/remittances", """
                {"bankReference": "%s", "orderNo": "%s", "amount": "%s", "currency": "USD", "method": "%s"}
                """.formatted(reference, no, amount, method));
    }

    protected Answer act(String no, String action, String body) {
        return platform.post("/orders/" + no + "/" + action, body);
    }

    protected Answer order(String no) {
        Answer answer = platform.get("/orders/" + no);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    protected String status(String no) {
        return order(no).text("/status");
    }

    protected void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    protected void refused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code())
                .as(answer.body().toString())
                .isEqualTo(status + " " + code);
    }

    protected String frozenQuota() {
        return platform.get("/suppliers/" + supplier).text("/quota/frozen");
    }

    /** The open task of an order at a step of a model, or null. */
    protected Task task(String businessKey, String taskKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskKey)
                .singleResult();
    }

    /** What the rules or people have made of the supplier. */
    void standing(String standing) {
        jdbc.sql("update supplier set standing = :standing where supplier_id = :id")
                .param("standing", standing)
                .param("id", supplier)
                .update();
        jdbc.sql("""
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        values (:id, :standing, now(), 'test', 'test')
                        """).param("id", supplier).param("standing", standing).update();
    }
}
