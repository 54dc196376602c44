package org.tradeassurance.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.TestClock;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;

@SpringBootTest
class FeedbackPhaseTest {

    private static final LocalDate AGREED = LocalDate.parse("2015-11-11");

    @Autowired
    FeedbackController controller;

    @Autowired
    TradeRecords tradeRecords;

    @Autowired
    Orders orders;

    @Autowired
    Outcomes outcomes;

    @Autowired
    OrderProcess process;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestClock clock;
    private OrderNo no;

    @BeforeEach
    void anOrderIsComplete() {
        clock = new TestClock(management);
        clock.set("2015-12-01T02:00:00Z");
        no = orders.nextNumber();
        transaction.executeWithoutResult(status -> {
            Order order = new SampleOrder(no, clock.now()).awaitingShipment(AGREED, "AIR", "40000.00");
            orders.add(order, Party.SUPPLIER);
            Order completed = order.with(order.shipment().shipped(AGREED))
                    .become(OrderStatus.AWAITING_RECEIPT)
                    .complete(clock.now(), false);
            outcomes.carryOut(Outcome.of(
                    completed.with(completed.deadlines().feedback(BusinessTime.daysAfter(clock.now(), 30)))));
            jdbc.sql("""
                            insert into export_order (export_order_no, order_no, status, cleared_on, created_at)
                            values (:exportOrderNo, :no, 'CLEARED', '2015-11-11', now())
                            """)
                    .param("exportOrderNo", "E-" + no)
                    .param("no", no.value())
                    .update();
            runtime.startProcessInstanceByKey("collect-feedback", no.value());
        });
    }

    @AfterEach
    void tidyUp() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        jdbc.sql("delete from feedback").update();
        clock.reset();
    }

    @Test
    @DisplayName("FBK-01, FBK-04, FBK-06: one comment, one reply, both in the public record")
    void aCommentAndItsReplyArePublished() {
        leave("Arrived in time, well packed.");
        assertThat(orders.get(no).deadlines().replyDueAt()).isEqualTo("2015-12-31T02:00:00Z");
        assertThatThrownBy(() ->
                        controller.leave(no, new FeedbackController.FeedbackRequest("Once more", null, Party.BUYER)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.FEEDBACK_EXISTS));

        transaction.executeWithoutResult(
                status -> process.complete(no, Action.FEEDBACK_REPLY.task(), Map.of("text", "Thank you, come again.")));

        assertThat(tradeRecords.of("P-100", new PageRequest(50, null)).items())
                .contains(TradeRecord.of(
                        "Desk light, dimmable",
                        LocalDate.parse("2015-12-01"),
                        new TradeRecord.Comment("Arrived in time, well packed.", 5, "Thank you, come again.")));
        assertThat(tradeRecords.of("P-200", new PageRequest(50, null)).items()).isEmpty();
        assertThat(Action.of(orders.get(no), Party.SUPPLIER, clock.now())).isEmpty();
    }

    @Test
    @DisplayName("AC-FBK-2: what is refused leaves the task open")
    void aRefusedCommentLeavesTheTaskOpen() {
        assertThatThrownBy(() -> leave("mail a@b.com"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.FEEDBACK_FORBIDDEN_CONTENT));

        leave("Fine.");
        assertThat(orders.get(no).deadlines().feedbackDueAt()).isNull();
    }

    @Test
    @DisplayName("PRM-17: nobody comments after 30 days")
    void afterThirtyDaysNobodyComments() {
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(Action.of(orders.get(no), Party.BUYER, clock.now())).containsExactly(Action.FEEDBACK);

        clock.advance(Duration.ofSeconds(1));

        assertThat(Action.of(orders.get(no), Party.BUYER, clock.now())).isEmpty();
        assertThat(runtime.createExecutionQuery()
                        .processInstanceBusinessKey(no.value())
                        .activityId(Action.FEEDBACK.task())
                        .count())
                .isZero();
    }

    @Test
    @DisplayName("FBK-04: what the service exports is asked once a category, however many sales a page has")
    void aPageOfTheRecordAsksOnceACategory() {
        IntStream.range(0, 4).forEach(n -> anOrderIsComplete());
        var evaluated = engine.getDmnEngineConfiguration().getEngineMetricCollector();
        long before = evaluated.getExecutedDecisionInstances();
        assertThat(tradeRecords.of("P-100", new PageRequest(50, null)).items()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(evaluated.getExecutedDecisionInstances() - before).isEqualTo(1);
    }

    private void leave(String text) {
        transaction.executeWithoutResult(
                status -> process.complete(no, Action.FEEDBACK.task(), Map.of("text", text, "rating", 5)));
    }
}
