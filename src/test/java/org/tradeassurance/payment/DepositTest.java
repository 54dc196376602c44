package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.payment.PaymentFixture.money;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    @DisplayName("TOL-05, TR-15: a third transfer fills up what two have left open")
    void transfersAddUpToTheDeposit() {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        Stream.of("5000.00", "4600.00", "400.00").forEach(amount -> payments.pay(no, amount));
        assertThat(payments.order(no).status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
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
}
