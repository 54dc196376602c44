package org.tradeassurance.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
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
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The ship phase and the receipt, from link to completion, with the real models and tables. */
@SpringBootTest
class ClearancesTest {

    private static final LocalDate AGREED = LocalDate.parse("2015-11-11");
    private static final ExportService.Route ROUTE = new ExportService.Route("NINGBO", "GB");

    @Autowired
    Clearances clearances;

    @Autowired
    ExportOrders exportOrders;

    @Autowired
    ExportLinks links;

    @Autowired
    Orders orders;

    @Autowired
    OrderProcess process;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestClock clock;
    private OrderNo no;

    @BeforeEach
    void anOrderAwaitsItsShipment() {
        clock = new TestClock(management);
        clock.set("2015-11-09T02:00:00Z");
        jdbc.sql("""
                        insert into supplier (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                        values ('S-1001', 'Lights', 'CN', true, 119000, now()) on conflict do nothing
                        """).update();
        no = orders.nextNumber();
        Order order = new SampleOrder(no, clock.now()).awaitingShipment(AGREED, "AIR", "40000.00");
        transaction.executeWithoutResult(status -> {
            orders.add(order, Party.SUPPLIER);
            runtime.startProcessInstanceByKey("ship-order", no.value());
        });
    }

    @AfterEach
    void tidyUp() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        clock.reset();
    }

    @Test
    @DisplayName("AC-SHP-4, AC-SHP-5: an uncleared export order holds the shipment until it is unlinked")
    void theLastUnclearedExportOrderHoldsTheShipment() {
        link("A-" + no);
        link("B-" + no);
        declare();
        clear("A-" + no, "2015-11-09", "1");
        assertThat(order().status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);

        transaction.executeWithoutResult(status -> links.on(new ExportSteps.Unlink(
                orders.lock(no), exportOrders.lock("B-" + no).orElseThrow())));

        assertThat(order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(order().shipment().actualShipDate()).isEqualTo("2015-11-09");
        assertThat(order().shipment().onTime()).isTrue();
        assertThat(jdbc.sql("select template from outbox_mail where order_no = :no")
                        .param("no", no.value())
                        .query(String.class)
                        .list())
                .containsExactly("goods-shipped");
    }

    @Test
    @DisplayName(
            "AC-RCV-1: a clearance before the declaration counts; air completes by itself after 15 days, at midnight")
    void aShippedOrderCompletesByItself() {
        link("A-" + no);
        clear("A-" + no, "2015-11-09", "1");
        declare();
        receive();
        assertThat(order().deadlines().autoCompleteAt()).isEqualTo("2015-11-24T16:00:00Z");

        clock.advanceTo(Instant.parse("2015-11-24T15:59:59Z"));
        assertThat(order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        clock.advanceTo(Instant.parse("2015-11-24T16:00:00Z"));

        assertThat(order().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order().progress().autoCompleted()).isTrue();
        assertThat(order().deadlines().feedbackDueAt()).isEqualTo("2015-12-24T16:00:00Z");
    }

    @Test
    @DisplayName("Section 17: a corrected clearance date re-anchors a shipped order, row and timer")
    void aCorrectedDateMovesTheCompletion() {
        link("A-" + no);
        clear("A-" + no, "2015-11-09", "1");
        declare();
        receive();
        clock.set("2015-11-13T02:00:00Z");

        clear("A-" + no, "2015-11-12", "2");
        clear("A-" + no, "2015-11-09", "1");

        assertThat(order().shipment().actualShipDate()).isEqualTo("2015-11-12");
        assertThat(order().shipment().onTime()).isFalse();
        assertThat(order().deadlines().autoCompleteAt()).isEqualTo("2015-11-27T16:00:00Z");
        clock.advanceTo(Instant.parse("2015-11-27T15:59:59Z"));
        assertThat(order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        clock.advanceTo(Instant.parse("2015-11-27T16:00:00Z"));
        assertThat(order().status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void aClearanceOfAnUnknownExportOrderIsKeptAndTracedAndCountsOnceLinked() {
        clear("X-" + no, "2015-11-08", "1");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(TradeOrderModel.PROCESS_TRACE_CLEARANCE)
                        .processInstanceBusinessKey("1-" + no)
                        .count())
                .isOne();

        declareRefused();
        link("X-" + no);
        declare();
        assertThat(order().shipment().actualShipDate()).isEqualTo("2015-11-08");
    }

    @Test
    @DisplayName("Section 17: another date under the same reference corrects it, the first body again does not")
    void anotherDateUnderAKnownReferenceIsACorrection() {
        link("A-" + no);
        clear("A-" + no, "2015-11-09", "1");
        clear("A-" + no, "2015-11-08", "1");
        clear("A-" + no, "2015-11-09", "1");
        declare();

        assertThat(order().shipment().actualShipDate()).isEqualTo("2015-11-08");
        assertThat(kept("1")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "SHP-02: a known reference for another export order counts for neither until the export desk has looked")
    void aKnownReferenceForAnotherExportOrderIsTraced() {
        link("A-" + no);
        link("B-" + no);
        clear("A-" + no, "2015-11-09", "1");
        clear("B-" + no, "2015-11-09", "1");
        clear("B-" + no, "2015-11-09", "1");

        assertThat(exportOrders.find("B-" + no).orElseThrow().isCleared()).isFalse();
        assertThat(exportOrders.find("A-" + no).orElseThrow().clearedOn()).isEqualTo("2015-11-09");
        assertThat(kept("1")).isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(TradeOrderModel.PROCESS_TRACE_CLEARANCE)
                        .processInstanceBusinessKeyLike("1-" + no + "#%")
                        .count())
                .isOne();
        clear("B-" + no, "2015-11-09", "2");
        declare();
        assertThat(order().shipment().actualShipDate()).isEqualTo("2015-11-09");
    }

    private long kept(String reference) {
        return jdbc.sql("select count(*) from customs_clearance where reference = :reference")
                .param("reference", reference + "-" + no)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("EXP-05: an export order belongs to one order")
    void anExportOrderBelongsToOneOrder() {
        link("A-" + no);
        OrderNo other = orders.nextNumber();
        transaction.executeWithoutResult(status -> orders.add(
                new SampleOrder(other, clock.now()).awaitingShipment(AGREED, "SEA", "40000.00"), Party.SUPPLIER));

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> links.on(new ExportSteps.Link(orders.lock(other), "A-" + no, ROUTE))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.EXPORT_ORDER_LINKED_ELSEWHERE));
    }

    private Order order() {
        return orders.get(no);
    }

    private void link(String exportOrderNo) {
        transaction.executeWithoutResult(
                status -> links.on(new ExportSteps.Link(orders.lock(no), exportOrderNo, ROUTE)));
    }

    private void clear(String exportOrderNo, String on, String reference) {
        transaction.execute(
                status -> clearances.take(new Clearance(reference + "-" + no, exportOrderNo, LocalDate.parse(on))));
    }

    private void declare() {
        transaction.executeWithoutResult(status -> process.complete(no, Action.SHIPMENT_DECLARATION.task(), Map.of()));
    }

    private void declareRefused() {
        assertThatThrownBy(this::declare)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.NO_EXPORT_ORDER));
    }

    private void receive() {
        assertThat(order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("receive-order", no.value()));
    }
}
