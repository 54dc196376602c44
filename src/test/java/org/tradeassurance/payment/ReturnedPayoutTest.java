package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.payment.PaymentFixture.money;
import static org.tradeassurance.payment.PaymentFixture.reference;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.payment.Remittance.Reason;
import org.tradeassurance.payment.Remittance.State;

/** What a bank sends back of a pay-out is the refund not paid: due again under its number, never the buyer's money (BNK-09). */
class ReturnedPayoutTest extends PaymentTest {

    @Autowired
    Refunds refunds;

    @Autowired
    ReturnedPayouts returned;

    @Autowired
    Remittances remittances;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    /** An order that waits for its balance, and a surplus of 800.00 that was paid back. */
    private Refund paidBack() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "30800.00");
        Refund refund = refunds.of(no).get(0);
        pay(refund, "OUT-" + refund.refundNo());
        return refunds.of(no).get(0);
    }

    private void pay(Refund refund, String reference) {
        tasks.complete(task(refund.refundNo()).getId(), Map.of("payoutReference", reference, "paidOn", "2015-11-27"));
    }

    private static OrderNo order(Refund refund) {
        return java.util.Objects.requireNonNull(refund.orderNo());
    }

    private static Notification told(@Nullable String orderNo, String amount, String currency, String info) {
        return new RemittanceRequest(reference(), null, orderNo, amount, currency, "TT", null, info).parse();
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private void returned(Remittance credit, String refundNo) {
        tasks.complete(
                task(credit.id()).getId(),
                Map.of("decision", "returned", "returnedRefund", "other", "otherRefund", refundNo));
    }

    @Test
    @DisplayName("BNK-09: the refund is due again under its number, asked for and told, and is paid again")
    void aReturnedRefundIsDueAgain() {
        Refund paid = paidBack();
        OrderNo no = order(paid);
        assertThat(task(paid.refundNo())).isNull();
        Remittance credit = payments.notify(told(no.value(), "800.00", "USD", "return of " + paid.refundNo()));
        assertThat(credit.reason()).isEqualTo(Reason.RETURNED_PAYOUT);
        assertThat(tasks.getVariable(task(credit.id()).getId(), "refunds").toString())
                .contains(paid.refundNo(), "800.00 USD", "OUT-" + paid.refundNo());

        tasks.complete(task(credit.id()).getId(), Map.of("decision", "returned", "returnedRefund", paid.refundNo()));

        assertThat(remittances.find(credit.id()).orElseThrow())
                .extracting(Remittance::state, Remittance::orderNo, Remittance::allocation)
                .containsExactly(State.RETURNED_PAYOUT, no, Allocation.NONE);
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("800.00"));
        assertThat(payments.order(no).funds().held()).isEqualTo(Money.of("30000.00"));
        assertThat(refunds.of(no))
                .singleElement()
                .extracting(Refund::refundNo, Refund::payout)
                .containsExactly(paid.refundNo(), null);
        assertThat(returned.of(no)).singleElement().satisfies(back -> {
            assertThat(back.refundNo()).isEqualTo(paid.refundNo());
            assertThat(back.reference()).isEqualTo("OUT-" + paid.refundNo());
            assertThat(back.remittanceId()).isEqualTo(credit.id());
        });
        assertThat(tasks.getVariable(task(paid.refundNo()).getId(), "cameBack").toString())
                .contains("OUT-" + paid.refundNo());

        assertThatThrownBy(() -> pay(paid, "OUT-" + paid.refundNo())).isInstanceOf(Refusal.class);
        pay(paid, "AGAIN-" + paid.refundNo());
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.ZERO);
        assertThat(strings("select action from operation_record where order_no = :no order by id", no))
                .containsSubsequence("refund-due", "refund-paid", "refund-returned", "refund-paid");
        assertThat(strings("select template from outbox_mail where order_no = :no order by id", no))
                .containsSubsequence("refund-due", "refund-paid", "refund-returned", "refund-paid");
    }

    @Test
    @DisplayName(
            "BNK-09: a pay-out that is less by the banks' charges came back; more than was paid, or other money, did not")
    void whatTheBanksKeptIsPaidAgain() {
        Refund paid = paidBack();
        Remittance more = payments.notify(told(null, "800.01", "USD", paid.refundNo()));
        Remittance euros = payments.notify(told(null, "800.00", "EUR", paid.refundNo()));
        Remittance less = payments.notify(told(null, "785.00", "USD", paid.refundNo()));

        assertThatThrownBy(() -> returned(more, paid.refundNo())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> returned(euros, paid.refundNo())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> returned(less, "RF-1")).isInstanceOf(Refusal.class);
        returned(less, paid.refundNo());
        assertThat(payments.order(order(paid)).funds().refundDue()).isEqualTo(Money.of("800.00"));

        Remittance second = payments.notify(told(null, "15.00", "USD", paid.refundNo()));
        assertThat(second.reason()).isEqualTo(Reason.UNKNOWN_ORDER);
        assertThatThrownBy(() -> returned(second, paid.refundNo())).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName(
            "BNK-09, BNK-10: a pay-out is found by the number of its refund or its reference, exactly, however the bank broke it")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%s|RETURNED_PAYOUT",
                "Rtn of rf-%2$s.|RETURNED_PAYOUT",
                "RF %3$s %4$s|RETURNED_PAYOUT",
                "/ROC/OUT-%s/closed account|RETURNED_PAYOUT",
                "%s0|UNKNOWN_ORDER",
                "X%s|UNKNOWN_ORDER",
                "OUT-%s1|UNKNOWN_ORDER",
                "RF-%4$s|UNKNOWN_ORDER"
            })
    void aPayoutIsFoundByItsNumber(String text, Reason reason) {
        Refund paid = paidBack();
        String digits = paid.refundNo().substring(3);
        String info = text.formatted(paid.refundNo(), digits, digits.substring(0, 2), digits.substring(2));

        Remittance credit = payments.notify(told(null, "1.00", "USD", info));

        assertThat(credit.reason()).isEqualTo(reason);
        List<String> offered = returned.candidates(credit.id()).stream()
                .map(ReturnedPayouts.Paid::refundNo)
                .toList();
        assertThat(offered.contains(paid.refundNo())).isEqualTo(reason == Reason.RETURNED_PAYOUT);
    }

    @Test
    @DisplayName(
            "BNK-09: as much as was paid back for the order is a person's to judge, in whatever state the order is; less is the buyer's")
    void asMuchAsWasPaidBackIsForTheDesk() {
        Refund paid = paidBack();
        OrderNo no = order(paid);
        payments.ship(no);
        assertThat(payments.notify(money(no, "799.00", "TT")).state()).isEqualTo(State.APPLIED);
        assertThat(payments.notify(money(no, "800.00", "TT")).reason()).isEqualTo(Reason.RETURNED_PAYOUT);
        payments.change(no, order -> order.become(OrderStatus.AWAITING_RECEIPT).complete(payments.now(), false));
        Remittance late = payments.notify(money(no, "800.00", "TT"));
        assertThat(late.reason()).isEqualTo(Reason.RETURNED_PAYOUT);

        tasks.complete(task(late.id()).getId(), Map.of("decision", "refund"));
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("1599.00"));
    }

    private List<String> strings(String sql, OrderNo no) {
        return jdbc.sql(sql).param("no", no.value()).query(String.class).list();
    }
}
