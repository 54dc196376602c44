package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tradeassurance.payment.TestMoney.NO;
import static org.tradeassurance.payment.TestMoney.NOW;
import static org.tradeassurance.payment.TestMoney.pending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;

/** The balance of an order of 40,000.00 whose deposit of 12,000.00 is paid, as values. */
@Tag("core")
class BalanceStepsTest {

    private static final LocalDate SHIP_BY = LocalDate.of(2015, 12, 27);

    private final Order paid = new SampleOrder(NO, NOW).awaitingShipment(SHIP_BY, "SEA", "12000.00");

    @Test
    @DisplayName("BAL-03: the balance is asked of the supplier with what has come")
    void aShortBalanceIsAskedFor() {
        Order shipped = shipped(paid.with(paid.funds().plus(Money.ZERO, Money.of("27900.00"), Money.ZERO)));
        assertThat(BalanceSteps.askForAcceptance(shipped).entries())
                .containsExactly(new Outcome.Entry(Fact.BALANCE_ACCEPTANCE_ASKED, "27900.00"));
        assertThat(BalanceSteps.settle(shipped, Optional.empty(), NOW)
                        .order()
                        .funds()
                        .balanceSettledAt())
                .isEqualTo(NOW);
    }

    @Test
    @DisplayName("BAL-03, TOL-04: the balance is tallied without the surplus of the deposit, and asked anew")
    void theBalanceIsTallied() {
        Order shipped = shipped(paid.with(paid.funds().plus(Money.ZERO, Money.of("500.00"), Money.ZERO)));
        Order asked = BalanceSteps.askForAcceptance(shipped).order();
        assertThat(asked.funds().shortBalanceAsked()).isTrue();
        Outcome tallied = BalanceSteps.tally(asked, List.of(pending("R-2", "27000.00")), Money.of("500.00"), NOW);
        assertThat(tallied.order().funds().shortBalanceAsked()).isFalse();
        assertThat(tallied.order().funds().balanceReceived()).isEqualTo(Money.of("27500.00"));
        assertThat(tallied.answers())
                .containsEntry("leg", "BALANCE")
                .containsEntry("expectedCents", 2_750_000L)
                .containsEntry("receivedCents", 2_700_000L);
    }

    @ParameterizedTest(name = "AMB-03: {0} received of 28,000.00: settled at {1}")
    @CsvSource({"28000.00, 2015-11-02T01:00:00Z", "27999.99, 2015-11-03T02:00:00Z"})
    void aBalanceIsSettledWithItsLastMoneyOrWhenItIsAccepted(String balance, Instant settled) {
        Order shipped = shipped(paid.with(paid.funds().plus(Money.ZERO, Money.of(balance), Money.ZERO)));
        Outcome outcome = BalanceSteps.settle(shipped, Optional.of(Instant.parse("2015-11-02T01:00:00Z")), NOW);
        assertThat(outcome.order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(outcome.order().funds().balanceSettledAt()).isEqualTo(settled);
        assertThat(outcome.entries())
                .extracting(Outcome.Entry::fact, Outcome.Entry::detail)
                .containsExactly(tuple(Fact.BALANCE_SETTLED, balance));
    }

    private static Order shipped(Order order) {
        return order.with(order.shipment().shipped(SHIP_BY)).become(OrderStatus.SHIPPED_AWAITING_BALANCE);
    }
}
