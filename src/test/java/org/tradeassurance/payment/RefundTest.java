package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.payment.PaymentFixture.notification;
import static org.tradeassurance.payment.PaymentFixture.reference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.payment.Refund.Cause;

/** Money that goes back: due until the finance desk has paid it, once. */
class RefundTest extends PaymentTest {

    @Autowired
    Refunds refunds;

    @Autowired
    Remittances remittances;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Test
    @DisplayName(
            "TOL-04: a surplus is due until the finance desk has paid it; who, when and how is kept, the buyer is told")
    void aSurplusIsPaidBack() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        Remittance paid = payments.pay(no, "30000.50");
        Refund due = only(refunds.of(no));
        assertThat(due.cause()).isEqualTo(Cause.SURPLUS);
        assertThat(due.amount()).isEqualTo("0.50");
        assertThat(tasks.getVariables(task(due).getId()))
                .containsEntry("amount", "0.50 USD")
                .containsEntry("reference", paid.notification().bankReference())
                .containsEntry("orderNo", no.value());

        String reference = reference();
        pay(due, reference);

        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.ZERO);
        assertThat(remittances.find(paid.id()).orElseThrow().allocation())
                .isEqualTo(new Allocation(Money.of("10000.00"), Money.of("20000.00"), Money.ZERO, Money.of("0.50")));
        Refund.Payout payout =
                java.util.Objects.requireNonNull(only(refunds.of(no)).payout());
        assertThat(payout.reference()).isEqualTo(reference);
        assertThat(payout.paidOn()).isEqualTo("2015-11-27");
        assertThat(task(due)).isNull();
        assertThat(operations(no)).contains("refund-due", "refund-paid");
        assertThat(mails(no)).containsExactly("refund-due", "refund-paid");
    }

    @Test
    @DisplayName("TOL-04: money of a completed order and of no order takes the same path, in its own currency")
    void moneyThatNoOrderTakesIsPaidBack() {
        OrderNo completed = payments.awaitingBalance("30000.00", "10000.00");
        payments.pay(completed, "20000.00");
        payments.change(completed, order -> order.complete(payments.now(), false));
        payments.pay(completed, "7.00");
        assertThat(only(refunds.of(completed)).cause()).isEqualTo(Cause.ORDER_COMPLETED);

        Remittance euros = payments.notify(notification(reference(), null, null, "3.00", "EUR", "TT"));
        complete(euros.id(), Map.of("decision", "refund"));
        assertThat(remittances.find(euros.id()).orElseThrow().answer().refundDue())
                .isEqualTo(Money.of("3.00"));
        pay(refundOf(euros), reference());
        assertThat(remittances.find(euros.id()).orElseThrow().answer().refundPaid())
                .isEqualTo(Money.of("3.00"));
    }

    @Test
    @DisplayName("AMB-28: money for a closed order that the finance desk returns is due on that order")
    void returnedMoneyOfAClosedOrderIsDueOnIt() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.change(no, order -> order.close("unpaid", payments.now()));
        Remittance late = payments.pay(no, "10000.00");
        complete(late.id(), Map.of("decision", "refund"));

        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("10000.00"));
        assertThat(only(refunds.of(no)).cause()).isEqualTo(Cause.UNMATCHED);
        pay(only(refunds.of(no)), reference());
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("TR-22: a grant over two payments is two refunds, each of its own payment, the latest first")
    void aGrantGoesBackTheWayItCame() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "6000.00");
        payments.pay(no, "4000.00");
        payments.refund(no, Money.of("5000.00"));
        payments.refund(no, Money.of("1.00"));

        assertThat(refunds.of(no)).extracting(Refund::amount).containsExactly("4000.00", "1000.00", "1.00");
        pay(refunds.of(no).get(1), reference());
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("4001.00"));
    }

    @Test
    @DisplayName("A refund is paid once: neither a second completion nor a second hand changes anything")
    void aRefundIsPaidOnce() throws Exception {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "30010.00");
        Refund due = only(refunds.of(no));
        Task task = java.util.Objects.requireNonNull(task(due));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService desks = Executors.newFixedThreadPool(2);
        long failed;
        try {
            Callable<Boolean> desk = () -> {
                together.await();
                tasks.complete(task.getId(), Map.of("payoutReference", reference(), "paidOn", "2015-11-27"));
                return true;
            };
            failed = desks.invokeAll(List.of(desk, desk)).stream()
                    .filter(RefundTest::failed)
                    .count();
        } finally {
            desks.shutdown();
        }

        assertThat(failed).isEqualTo(1);
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.ZERO);
        assertThat(mails(no)).containsExactly("refund-due", "refund-paid");
        Refund paid = only(refunds.of(no));
        runtime.startProcessInstanceByKey("pay-refund", due.refundNo());
        pay(due, reference());
        assertThat(only(refunds.of(no))).isEqualTo(paid);
        assertThat(operations(no).filter("refund-paid"::equals)).hasSize(1);
    }

    @Test
    @DisplayName("A bank reference pays one refund; without reference or with a date to come the task stays")
    void aTransferPaysOneRefund() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "30010.00");
        payments.pay(no, "5.00");
        Refund first = refunds.of(no).get(0);
        Refund second = refunds.of(no).get(1);
        String reference = reference();
        pay(first, reference);

        assertThatThrownBy(() -> pay(second, " " + reference)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.fieldErrors().get(0).messageKey()).isEqualTo("refund.reference-used");
            assertThat(refusal.fieldErrors().get(0).arguments()).containsExactly(first.refundNo());
        });
        refused(second, Map.of("payoutReference", " ", "paidOn", "2015-11-27"), "field.required");
        refused(second, Map.of("payoutReference", "X", "paidOn", "27.11.2015"), "field.date");
        refused(second, Map.of("payoutReference", "X", "paidOn", "2015-11-28"), "field.not-in-future");
        refused(second, Map.of("payoutReference", "X".repeat(65), "paidOn", "2015-11-27"), "field.too-long");
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("5.00"));
    }

    private void refused(Refund refund, Map<String, Object> fields, String messageKey) {
        assertThatThrownBy(() -> complete(refund.refundNo(), fields))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fieldErrors().get(0).messageKey())
                                .isEqualTo(messageKey));
    }

    private void pay(Refund refund, String reference) {
        complete(refund.refundNo(), Map.of("payoutReference", reference, "paidOn", "2015-11-27"));
    }

    private void complete(String key, Map<String, Object> fields) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getId(),
                fields);
    }

    private Task task(Refund refund) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(refund.refundNo())
                .singleResult();
    }

    private Refund refundOf(Remittance remittance) {
        String no = jdbc.sql("select refund_no from refund where remittance_id = :id")
                .param("id", remittance.id())
                .query(String.class)
                .single();
        return java.util.Objects.requireNonNull(
                transactions.execute(tx -> refunds.lockDue(no).orElseThrow()));
    }

    private Stream<String> operations(OrderNo no) {
        return jdbc
                .sql("select action from operation_record where order_no = :no order by id")
                .param("no", no.value())
                .query(String.class)
                .list()
                .stream();
    }

    private List<String> mails(OrderNo no) {
        return jdbc.sql("select template from outbox_mail where order_no = :no order by id")
                .param("no", no.value())
                .query(String.class)
                .list();
    }

    private static Refund only(List<Refund> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static boolean failed(Future<Boolean> call) {
        try {
            return !call.get();
        } catch (Exception e) {
            return true;
        }
    }
}
