package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.OrderProcess;

/** The balance leg, from the shipped goods to the settled balance. */
@SpringBootTest
@Import(PaymentFixture.class)
class BalanceTest {

    @Autowired
    PaymentFixture payments;

    @Autowired
    OrderProcess process;

    @AfterEach
    void everyCentIsInOnePlace() {
        payments.assertMoneyAddsUp();
    }

    @Test
    @DisplayName("TR-18: the balance in full lets the order go on to its receipt")
    void aPaidBalanceIsSettled() {
        OrderNo no = payments.awaitingBalance("30000.00", "10000.00");
        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.SHIPPED_AWAITING_BALANCE);

        payments.pay(no, "20000.00");

        Order order = payments.order(no);
        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(order.funds().balanceSettledAt()).isNotNull();
    }

    @Test
    @DisplayName(
            "BAL-03, TOL-04: E is the contract's balance less the surplus of the deposit; the supplier accepts a short one")
    void aShortBalanceIsAccepted() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "10020.00");
        payments.ship(no);

        payments.pay(no, "18980.99");
        assertThat(payments.waitsAt(no, "userTask_acceptShortBalance")).isFalse();
        payments.pay(no, "0.01");
        assertThat(payments.waitsAt(no, "userTask_acceptShortBalance")).isTrue();
        process.complete(no, "userTask_acceptShortBalance", Map.of());

        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(payments.order(no).funds().balanceReceived()).isEqualTo(Money.of("19001.00"));
    }

    @Test
    @DisplayName("TR-17: a balance paid before the goods left is counted at once, and nothing is awaited after them")
    void anEarlyBalanceIsCountedAtOnce() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "10000.00");

        Remittance early = payments.pay(no, "20000.00");
        assertThat(early.allocation().balance()).isEqualTo(Money.of("20000.00"));
        payments.ship(no);

        Order order = payments.order(no);
        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(order.funds().balanceSettledAt()).isEqualTo(early.postedAt());
    }

    @Test
    @DisplayName("TR-17: a deposit over the whole total has no balance leg")
    void nothingIsOwedWhenTheDepositIsTheTotal() {
        OrderNo no = payments.awaitingBalance("30000.00", "30000.00");

        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
    }

    @Test
    @DisplayName("TOL-04: too much balance, and money for a completed order, are due for refund")
    void tooMuchIsRefunded() {
        OrderNo no = payments.awaitingBalance("30000.00", "10000.00");

        assertThat(payments.pay(no, "20000.50").allocation().refund()).isEqualTo(Money.of("0.50"));
        payments.change(no, order -> order.complete(payments.now(), false));
        assertThat(payments.pay(no, "7.00").allocation())
                .isEqualTo(new Allocation(Money.ZERO, Money.ZERO, Money.of("7.00"), Money.ZERO));

        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("7.50"));
    }
}
