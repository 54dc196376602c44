package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.payment.PaymentFixture.money;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Tally;
import org.tradeassurance.process.OrderProcess;

/** The deposit leg, from the agreed contract to the accepted deposit. */
class DepositTest extends PaymentTest {

    @Autowired
    OrderProcess process;

    @Autowired
    Remittances remittances;

    @Autowired
    PaymentMethods methods;

    @ParameterizedTest(name = "{0}: deposit {1}, received {2} -> {3}")
    @CsvSource(textBlock = """
            AC-TOL-1, 10000.00, 10000.00,           AWAITING_SHIPMENT
            AC-TOL-1, 10000.00, 9900.00,            AWAITING_SHIPMENT
            AC-TOL-1, 10000.00, 9899.99,            AWAITING_DEPOSIT_CONFIRM
            AC-TOL-1, 10000.00, 9500.00,            AWAITING_DEPOSIT_CONFIRM
            AC-TOL-1, 10000.00, 9499.99,            AWAITING_DEPOSIT_TOPUP
            AC-TOL-2, 1000.00,  950.00,             AWAITING_SHIPMENT
            AC-TOL-2, 1000.00,  940.00,             AWAITING_DEPOSIT_TOPUP
            AC-TOL-3, 2000.00,  1899.99,            AWAITING_DEPOSIT_TOPUP
            AC-TOL-4, 1.00,     0.95,               AWAITING_SHIPMENT
            AC-TOL-4, 1.00,     0.90,               AWAITING_DEPOSIT_TOPUP
            AC-TOL-5, 10000.00, 5000.00 + 4600.00,  AWAITING_DEPOSIT_CONFIRM
            TOL-05,   10000.00, 5000.00 + 4600.00 + 400.00, AWAITING_SHIPMENT
            """)
    void whatWasReceivedDecides(String example, String deposit, String received, OrderStatus status) {
        OrderNo no = payments.awaitingDeposit("30000.00", deposit);

        Arrays.stream(received.split(" \\+ ")).forEach(amount -> payments.pay(no, amount));

        assertThat(payments.order(no).status()).as(example).isEqualTo(status);
    }

    @Test
    @DisplayName(
            "AC-TOL-5, AC-SHP-3: the supplier accepts a short deposit; the shortfall is waived and the ship date is fixed")
    void anAcceptedShortDepositIsWaived() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "9600.00");

        clock.set("2015-12-01T08:30:00Z");
        process.complete(no, "userTask_acceptShortDeposit", Map.of());

        Order order = payments.order(no);
        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
        assertThat(order.funds().depositAcceptedAt()).isEqualTo(clock.now());
        assertThat(order.shipment().agreedShipDate()).isEqualTo(LocalDate.parse("2015-12-16"));
        assertThat(Tally.of(order).owed(Leg.BALANCE)).isEqualTo(Money.of("20000.00"));
    }

    @Test
    @DisplayName("AC-TOL-6: 10,020 on 10,000 is accepted, 20 are credited to the balance")
    void aSurplusCountsTowardsTheBalance() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");

        Remittance remittance = payments.pay(no, "10020.00");

        assertThat(remittance.state()).isEqualTo(Remittance.State.APPLIED);
        assertThat(remittance.allocation())
                .isEqualTo(new Allocation(Money.of("10000.00"), Money.of("20.00"), Money.ZERO, Money.ZERO));
        assertThat(payments.order(no).funds().balanceReceived()).isEqualTo(Money.of("20.00"));
    }

    @Test
    @DisplayName("TOL-04: what lies above the total is due for refund")
    void whatLiesAboveTheTotalIsRefunded() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");

        Remittance remittance = payments.pay(no, "30000.01");

        assertThat(remittance.allocation())
                .isEqualTo(new Allocation(Money.of("10000.00"), Money.of("20000.00"), Money.of("0.01"), Money.ZERO));
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.of("0.01"));
    }

    @Test
    @DisplayName("AC-TOL-7: the same bank reference ten times in parallel is counted once")
    void aNotificationCountsOnce() throws Exception {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        Notification notification = money(no, "5000.00", "TT");
        ExecutorService banks = Executors.newFixedThreadPool(10);
        try {
            Callable<Remittance> call = () -> payments.notify(notification);
            var answers =
                    banks.invokeAll(IntStream.range(0, 10).mapToObj(i -> call).toList());

            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        } finally {
            banks.shutdown();
        }
        assertThat(payments.order(no).funds().depositReceived()).isEqualTo(Money.of("5000.00"));
    }

    @Test
    @DisplayName("Money before the order waits for it is pending, and applied by itself later")
    void earlyMoneyIsAppliedByItself() {
        OrderNo no = payments.agreed("30000.00", "10000.00");
        Remittance first = payments.pay(no, "6000.00");
        payments.pay(no, "4000.00");
        assertThat(first.state()).isEqualTo(Remittance.State.PENDING);

        payments.start("collect-deposit", no);

        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
        assertThat(remittances.find(first.id()).orElseThrow().state()).isEqualTo(Remittance.State.APPLIED);
    }

    @Test
    @DisplayName(
            "AC-PAY-1, AC-PAY-3: the window ends 15 days after the agreement, and money after its end is taken as ever")
    void moneyAfterTheWindowIsTaken() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        assertThat(payments.order(no).deadlines().paymentDueAt()).isEqualTo("2015-12-12T02:00:00Z");

        clock.advanceTo(java.time.Instant.parse("2015-12-12T01:59:59Z"));
        assertThat(payments.waitsAt(no, "userTask_decideOnUnpaidOrder")).isFalse();
        clock.advanceTo(java.time.Instant.parse("2015-12-12T02:00:00Z"));
        assertThat(payments.waitsAt(no, "userTask_decideOnUnpaidOrder")).isTrue();

        payments.pay(no, "10000.00");
        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
        assertThat(payments.waitsAt(no, "userTask_decideOnUnpaidOrder")).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} of an order over {2} -> fee {3}")
    @CsvSource(textBlock = """
            AC-FEE-1, CREDIT_CARD, 1.00,     0.03
            AC-FEE-1, CREDIT_CARD, 14.00,    0.39
            AC-FEE-1, CREDIT_CARD, 40000.00, 1120.00
            AC-FEE-3, TT,          40000.00, 0.00
            """)
    void theFeeIsTheBuyersCost(String example, String method, String total, String fee) {
        Order order = payments.order(payments.agreed(total, total));

        assertThat(methods.offers(order, Leg.DEPOSIT, Money.of(total)))
                .as(example)
                .filteredOn(offer -> offer.method().name().equals(method))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.fee()).isEqualTo(Money.of(fee));
                    assertThat(offer.total()).isEqualTo(Money.of(total).plus(Money.of(fee)));
                });
    }
}
