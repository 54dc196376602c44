package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.payment.PaymentFixture.money;
import static org.tradeassurance.payment.PaymentFixture.notification;
import static org.tradeassurance.payment.PaymentFixture.reference;
import static org.tradeassurance.payment.Remittance.State.APPLIED;
import static org.tradeassurance.payment.Remittance.State.PARKED;
import static org.tradeassurance.payment.Remittance.State.PENDING;
import static org.tradeassurance.payment.Remittance.State.RETURNED;
import static org.tradeassurance.payment.Remittance.State.SUSPENSE;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Refusal;

/** Money that no order can take goes to the finance desk; none is refused, none is lost. */
@SpringBootTest
@Import(PaymentFixture.class)
class UnmatchedMoneyTest {

    private static final String UNKNOWN = "99999999999999";

    @Autowired
    PaymentFixture payments;

    @Autowired
    Remittances remittances;

    @Autowired
    Matching matching;

    @Autowired
    Candidates candidates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    TaskService tasks;

    @AfterEach
    void everyCentIsInOnePlace() {
        payments.assertMoneyAddsUp();
    }

    @Test
    void aSecondBodyUnderAKnownReferenceIsItsOwnParkedRemittance() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        String reference = reference();
        Remittance first = payments.notify(notification(reference, no.value(), null, "5000.00", "USD", "TT"));

        Remittance second = payments.notify(notification(reference, no.value(), null, "5000.01", "USD", "TT"));
        Remittance again = payments.notify(notification(reference, no.value(), null, "5000.0", "USD", "TT"));

        assertThat(first.state()).isEqualTo(APPLIED);
        assertThat(second.state()).isEqualTo(PARKED);
        assertThat(again).isEqualTo(first);
        assertThat(task(second)).isNotNull();
    }

    @Test
    @DisplayName("AC-FEE-4: a balance by card and another currency are parked")
    void aForbiddenMethodAndAnotherCurrencyAreParked() {
        OrderNo no = payments.awaitingBalance("30000.00", "10000.00");

        assertThat(payments.notify(money(no, "20000.00", "CREDIT_CARD")).reason())
                .isEqualTo(Remittance.Reason.METHOD);
        assertThat(payments.notify(money(no, "20000.00", "CASH")).state()).isEqualTo(PARKED);
        assertThat(payments.notify(notification(reference(), no.value(), null, "20000.00", "EUR", "TT"))
                        .reason())
                .isEqualTo(Remittance.Reason.CURRENCY);
        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.SHIPPED_AWAITING_BALANCE);
    }

    @Test
    @DisplayName("PAY-03: money finds its order by the payer's text, or by the account of the pair")
    void moneyFindsItsOrder() {
        OrderNo no = payments.agreed("30000.00", "10000.00");
        String account = matching.accountOf(no);
        Notification byText = new RemittanceRequest(
                        reference(), account, null, "1.00", "USD", "TT", null, "Order no. " + no + ", deposit")
                .parse();

        assertThat(payments.notify(byText).orderNo()).isEqualTo(no);
        assertThat(payments.notify(notification(reference(), null, account, "1.00", "USD", "TT"))
                        .orderNo())
                .isEqualTo(no);
    }

    @Test
    @DisplayName("PAY-04, AMB-28: unknown order, another account, closed order: suspense with a task")
    void moneyWithoutAnOpenOrderIsInSuspense() {
        OrderNo closed = payments.awaitingDeposit("30000.00", "10000.00");
        payments.change(closed, order -> order.close("unpaid", payments.now()));
        OrderNo open = payments.awaitingDeposit("30000.00", "10000.00");

        assertThat(suspended(notification(reference(), UNKNOWN, null, "1.00", "USD", "TT")))
                .isEqualTo(Remittance.Reason.UNKNOWN_ORDER);
        assertThat(suspended(notification(reference(), null, null, "1.00", "USD", "TT")))
                .isEqualTo(Remittance.Reason.UNKNOWN_ORDER);
        assertThat(suspended(notification(reference(), open.value(), "CITI-0", "1.00", "USD", "TT")))
                .isEqualTo(Remittance.Reason.OTHER_ACCOUNT);
        assertThat(suspended(money(closed, "1.00", "TT"))).isEqualTo(Remittance.Reason.ORDER_CLOSED);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "BNK-10: a text that names two orders, known or not, closed or open, however written, is for the desk with both")
    @ValueSource(
            strings = {"%s and %s", "%s\n%s", "%s%s", "%4$s\n%3$s, %2$s", "orders %s/99999999999999", "%2$s, %1$s, %1$s"
            })
    void moneyThatNamesTwoOrdersIsForTheDesk(String text) {
        OrderNo closed = payments.awaitingDeposit("30000.00", "10000.00");
        OrderNo open = payments.awaitingDeposit("30000.00", "10000.00");
        payments.change(closed, order -> order.close("unpaid", payments.now()));
        String info = text.formatted(
                open, closed, open.value().substring(8), open.value().substring(0, 8));

        Notification byAccount = described(matching.accountOf(open), null, info);
        Remittance remittance = payments.notify(byAccount);
        assertThat(remittance.reason()).isEqualTo(Remittance.Reason.SEVERAL_ORDERS);
        assertThat(candidates.of(remittance.id()).stream().map(Candidates.Candidate::orderNo))
                .contains(open);
        assertThat(suspended(described(null, open.value(), info))).isEqualTo(Remittance.Reason.SEVERAL_ORDERS);
    }

    @Test
    @DisplayName("BNK-10: a number that the bank has broken is one, one inside longer digits is none")
    void aNumberIsReadAcrossLines() {
        OrderNo no = payments.agreed("30000.00", "10000.00");
        String broken = no.value().substring(0, 8) + "\r\n " + no.value().substring(8);

        assertThat(payments.notify(described(null, null, "Invoice 17 " + broken))
                        .orderNo())
                .isEqualTo(no);
        assertThat(suspended(described(null, null, "9" + no))).isEqualTo(Remittance.Reason.UNKNOWN_ORDER);
    }

    @Test
    @DisplayName("TOL-04: pending money of an order that closes becomes suspense")
    void pendingMoneyOfAClosingOrderIsSuspended() {
        OrderNo no = payments.agreed("30000.00", "10000.00");
        Remittance early = payments.pay(no, "10.00");
        assertThat(early.state()).isEqualTo(PENDING);

        payments.close(no);

        assertThat(remittances.find(early.id()).orElseThrow().state()).isEqualTo(SUSPENSE);
        assertThat(task(early)).isNotNull();
    }

    @Test
    void theFinanceDeskAssignsMoneyToAnOrder() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        Remittance lost = payments.notify(notification(reference(), UNKNOWN, null, "10000.00", "USD", "TT"));

        assertThatThrownBy(() -> decide(lost, Map.of("decision", "assign", "assignTo", UNKNOWN)))
                .isInstanceOf(Refusal.class);
        decide(lost, Map.of("decision", "assign", "assignTo", no.value()));

        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
        assertThat(remittances.find(lost.id()).orElseThrow().state()).isEqualTo(APPLIED);
    }

    @Test
    void theFinanceDeskReturnsMoney() {
        Remittance lost = payments.notify(notification(reference(), null, null, "3.00", "EUR", "TT"));

        decide(lost, Map.of("decision", "refund"));

        assertThat(remittances.find(lost.id()).orElseThrow().state()).isEqualTo(RETURNED);
    }

    private Remittance.Reason suspended(Notification notification) {
        Remittance remittance = payments.notify(notification);
        assertThat(remittance.state()).isEqualTo(SUSPENSE);
        assertThat(task(remittance)).isNotNull();
        return java.util.Objects.requireNonNull(remittance.reason());
    }

    private static Notification described(@Nullable String account, @Nullable String orderNo, String info) {
        return new RemittanceRequest(reference(), account, orderNo, "1.00", "USD", "TT", null, info).parse();
    }

    private Task task(Remittance remittance) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(remittance.id())
                .singleResult();
    }

    private void decide(Remittance remittance, Map<String, Object> decision) {
        tasks.complete(task(remittance).getId(), decision);
    }
}
