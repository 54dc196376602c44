package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.Caller.PLATFORM;
import static org.tradeassurance.Caller.as;
import static org.tradeassurance.supplier.Complaint.Kind.CONTRACT_BREACH;
import static org.tradeassurance.supplier.Complaint.Kind.OFF_PATH_PAYMENT;
import static org.tradeassurance.supplier.Complaint.Kind.UNREASONABLE_REFUSAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.Caller;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.TestClock;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

@SpringBootTest
class ComplaintTest {

    private static final Account BUYER = Caller.buyer("acme@example.com");

    @Autowired
    ComplaintController controller;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orders orders;

    @Autowired
    TransactionOperations transaction;

    TestClock clock;
    OrderNo no;

    @BeforeEach
    void setUp() {
        clock = new TestClock(management);
        clock.set("2016-05-01T02:00:00Z");
        jdbc.sql("truncate complaint, standing_change").update();
        jdbc.sql("update supplier set standing = 'ACTIVE', reinstated_at = null")
                .update();
        no = orders.nextNumber();
        Order theirs =
                new SampleOrder(no, clock.now()).awaitingShipment(LocalDate.parse("2016-06-01"), "SEA", "12000.00");
        transaction.executeWithoutResult(status -> orders.add(theirs, Party.SUPPLIER));
    }

    @AfterEach
    void leaveNothing() {
        clock.reset();
        // An order in force would stop the count of the supplier's idle days in other tests.
        jdbc.sql("update trade_order set effective_at = null where order_no = :no")
                .param("no", no.value())
                .update();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("judge-complaint")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test over"));
        assertThat(jdbc.sql("select supplier_id from inv_standing_is_last_change")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    @DisplayName("VIO-01, AMB-16, AC-VIO-1: one upheld refusal has no consequence, the second terminates")
    void theSecondUpheldRefusalTerminates() {
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        assertThat(standing()).isEqualTo("ACTIVE");
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        assertThat(standing()).isEqualTo("TERMINATED");
    }

    @Test
    @DisplayName("AC-VIO-2: a dismissed complaint does not count")
    void aDismissedComplaintDoesNotCount() {
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        String id = file(BUYER, UNREASONABLE_REFUSAL);
        assertThat(decide(id, false).state()).isEqualTo(Complaint.State.DISMISSED);
        decide(file(BUYER, CONTRACT_BREACH), false);
        assertThat(standing()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("AC-VIO-3: one upheld off-path payment terminates")
    void oneUpheldOffPathPaymentTerminates() {
        decide(file(PLATFORM, OFF_PATH_PAYMENT), true);
        assertThat(standing()).isEqualTo("TERMINATED");
    }

    @Test
    @DisplayName("VIO-05: what was upheld before 2016-04-01 never counts")
    void whatWasUpheldBeforeTheRulesNeverCounts() {
        clock.set("2016-03-31T15:59:59Z");
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        decide(file(BUYER, CONTRACT_BREACH), true);
        clock.set("2016-03-31T16:00:00Z");
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        assertThat(standing()).isEqualTo("ACTIVE");
        decide(file(BUYER, UNREASONABLE_REFUSAL), true);
        assertThat(standing()).isEqualTo("TERMINATED");
    }

    @Test
    @DisplayName("VIO-06: the assurance desk judges by its task, as the platform does by REST")
    void theAssuranceDeskJudgesByItsTask() {
        String id = file(BUYER, OFF_PATH_PAYMENT);
        Task task = tasks.createTaskQuery()
                .taskCandidateGroup("assurance-desk")
                .processInstanceBusinessKey(id)
                .singleResult();
        transaction.executeWithoutResult(
                status -> forms.submitTaskForm(task.getId(), Map.of("decision", "uphold", "reason", "Proven by mail")));
        Complaint judged = as(BUYER, () -> controller.get(id));
        assertThat(judged.state()).isEqualTo(Complaint.State.UPHELD);
        assertThat(judged.reason()).isEqualTo("Proven by mail");
        assertThat(standing()).isEqualTo("TERMINATED");
    }

    @Test
    void aDecisionNeedsAReasonAndLeavesTheTaskOpenWithoutOne() {
        String id = file(BUYER, OFF_PATH_PAYMENT);
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(id).singleResult();
        assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of("decision", "uphold", "reason", " ")))
                .isInstanceOf(Refusal.class);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id).count())
                .isEqualTo(1);
        assertThat(standing()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("VIO-01: two refusals upheld at the same moment terminate all the same")
    void twoJudgementsAtOnceCountBoth() throws Exception {
        List<String> ids = List.of(file(BUYER, UNREASONABLE_REFUSAL), file(PLATFORM, UNREASONABLE_REFUSAL));
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Complaint>> judged = ids.stream()
                    .map(id -> threads.submit(() -> {
                        barrier.await();
                        return decide(id, true);
                    }))
                    .toList();
            for (Future<Complaint> one : judged) {
                assertThat(one.get().state()).isEqualTo(Complaint.State.UPHELD);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(standing()).isEqualTo("TERMINATED");
    }

    @Test
    void aSecondDecisionIsRefused() {
        String id = file(BUYER, UNREASONABLE_REFUSAL);
        decide(id, true);
        assertRefused(Problem.ILLEGAL_TRANSITION, () -> decide(id, false));
    }

    @Test
    void aBuyerSeesItsOwnComplaintsOnly() {
        String id = file(BUYER, UNREASONABLE_REFUSAL);
        assertThat(as(PLATFORM, () -> controller.get(id)).supplierId()).isEqualTo("S-1001");
        assertRefused(Problem.NOT_FOUND, () -> as(Caller.buyer("globex@example.org"), () -> controller.get(id)));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        List.of(
                        new ComplaintController.ComplaintBody("S-1001", null, null, "text"),
                        new ComplaintController.ComplaintBody("S-1001", null, CONTRACT_BREACH, " "),
                        new ComplaintController.ComplaintBody("S-1001", null, CONTRACT_BREACH, "x".repeat(2001)),
                        new ComplaintController.ComplaintBody("S-9999", null, CONTRACT_BREACH, "text"),
                        new ComplaintController.ComplaintBody(null, null, CONTRACT_BREACH, "text"))
                .forEach(body -> assertRefused(Problem.INVALID_FIELD, () -> as(PLATFORM, () -> controller.file(body))));
        assertThat(jdbc.sql("select count(*) from complaint").query(Long.class).single())
                .isZero();
    }

    private String file(Account account, Complaint.Kind kind) {
        var body = new ComplaintController.ComplaintBody("S-1001", null, kind, "It was so.");
        return inTransaction(() -> as(account, () -> controller.file(body))).complaintId();
    }

    private Complaint decide(String id, boolean upheld) {
        var body = new ComplaintController.JudgementBody(upheld, "Both sides heard");
        return inTransaction(() -> as(PLATFORM, () -> controller.decide(id, body)));
    }

    private <T> T inTransaction(Supplier<T> call) {
        return Objects.requireNonNull(transaction.execute(status -> call.get()));
    }

    private String standing() {
        return jdbc.sql("select standing from supplier where supplier_id = 'S-1001'")
                .query(String.class)
                .single();
    }

    private static void assertRefused(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
