package org.tradeassurance.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;

/** What an order holds of its supplier's quota, as values. */
@Tag("core")
class QuotaStepsTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order order =
            new SampleOrder(new OrderNo("70058590568114"), NOW).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(name = "QTA-02, QTA-07: from {0} to {1}")
    @CsvSource({"0.00, 12000.00", "12000.00, 12000.01", "12000.01, 12000.00", "12000.00, 0.00"})
    void theDifferenceIsFrozenOrReleased(String before, String wanted) {
        Order holding = holding(before);
        Outcome held = QuotaSteps.hold(holding, Money.of(wanted));
        Money more = Money.of(wanted).minus(Money.of(before));
        assertThat(held.order().coverage().frozen()).isEqualTo(Money.of(wanted));
        assertThat(held.effects())
                .containsExactly(
                        more.isPositive()
                                ? new QuotaSteps.Freeze(holding, more, "coverage")
                                : new QuotaSteps.Release(holding, Money.ZERO.minus(more), "coverage"));
    }

    @Test
    @DisplayName("QTA-10: what is held already is not held again")
    void theSameAmountChangesNothing() {
        Order holding = holding("12000.00");
        assertThat(QuotaSteps.hold(holding, Money.of("12000.00"))).isEqualTo(Outcome.of(holding));
    }

    @Test
    @DisplayName("QTA-03 to QTA-06, QTA-10: all is released, once")
    void allIsReleasedOnce() {
        Order holding = holding("12000.00");
        Outcome released = QuotaSteps.release(holding);
        assertThat(released.order().coverage()).isEqualTo(new Coverage(Money.of("12000.00"), Coverage.State.RELEASED));
        assertThat(released.entries()).containsExactly(new Outcome.Entry(Fact.COVERAGE_RELEASED, "12000.00"));
        assertThat(released.effects())
                .containsExactly(new QuotaSteps.Release(holding, Money.of("12000.00"), "coverage-ended"));
        assertThat(QuotaSteps.release(released.order())).isEqualTo(Outcome.of(released.order()));
    }

    @Test
    @DisplayName("QTA-09: while a dispute freezes the order the release waits")
    void aReleaseWaitsForTheDecision() {
        Order frozen = holding("12000.00").with(order.progress().frozenSince(NOW));
        Outcome waits = QuotaSteps.release(frozen);
        assertThat(waits).isEqualTo(Outcome.of(frozen).then(new QuotaSteps.ReleaseWaits(frozen.no(), true)));
    }

    @Test
    @DisplayName("QTA-09: what waits is released when the decision has come, and waits no more")
    void whatWaitsIsReleasedAfterTheDecision() {
        Order holding = holding("12000.00");
        Outcome released = QuotaSteps.releaseWaiting(holding, true);
        assertThat(released)
                .isEqualTo(QuotaSteps.release(holding).then(new QuotaSteps.ReleaseWaits(holding.no(), false)));
        Order frozen = holding.with(order.progress().frozenSince(NOW));
        assertThat(QuotaSteps.releaseWaiting(holding, false)).isEqualTo(Outcome.of(holding));
        assertThat(QuotaSteps.releaseWaiting(frozen, true)).isEqualTo(Outcome.of(frozen));
    }

    @Test
    @DisplayName("COV-03: the release of coverage is asked with what the order has come to")
    void theReleaseKnowsTheOrder() {
        LocalDate agreed = LocalDate.of(2015, 12, 20);
        Order shipped =
                holding("12000.00").with(order.shipment().agreed(agreed, 0).shipped(agreed.plusDays(1)));
        assertThat(QuotaSteps.coverageFacts(shipped, NOW).answers())
                .isEqualTo(Map.of(
                        "event", "SHIPPED",
                        "coverageMode", "NONE",
                        "onTime", false,
                        "coverageState", "FROZEN",
                        "onDate", "2015-11-03"));
        Order completed = new SampleOrder(order.no(), NOW)
                .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "40000.00")
                .become(OrderStatus.AWAITING_RECEIPT)
                .complete(NOW, false);
        assertThat(QuotaSteps.coverageFacts(completed, NOW).answers()).containsEntry("event", "RECEIVED");
    }

    private Order holding(String amount) {
        Money money = Money.of(amount);
        return order.with(new Coverage(money, money.isZero() ? Coverage.State.NONE : Coverage.State.FROZEN));
    }
}
