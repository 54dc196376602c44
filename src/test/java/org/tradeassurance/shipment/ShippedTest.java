package org.tradeassurance.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Tally;
import org.tradeassurance.shipment.LinkedExportOrders.Cleared;

@Tag("core")
class ShippedTest {

    private static final LocalDate AGREED = LocalDate.parse("2015-11-11");
    private static final SampleOrder SAMPLE =
            new SampleOrder(new OrderNo("70000000000001"), Instant.parse("2015-10-01T02:00:00Z"));

    @Test
    @DisplayName("AC-SHP-4, AC-SHP-5: shipped when every linked export order is cleared, and at least one is linked")
    void theLastClearanceShips() {
        assertThat(new Cleared(2, 1, AGREED, false).haveLeft()).isFalse();
        assertThat(new Cleared(1, 1, AGREED, false).haveLeft()).isTrue();
        assertThat(new Cleared(0, 0, null, false).haveLeft()).isFalse();
        assertThat(new Cleared(1, 1, AGREED, false).shipDate()).isEqualTo(AGREED);
        assertThatThrownBy(new Cleared(2, 1, AGREED, false)::shipDate).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "TR-16, TR-17: deposit {0}, surplus {1}: {2} owed, {3}")
    @CsvSource({
        "12000.00, 0.00, 28000.00, SHIPPED_AWAITING_BALANCE",
        "12000.00, 27999.99, 0.01, SHIPPED_AWAITING_BALANCE",
        "12000.00, 28000.00, 0.00, AWAITING_RECEIPT",
        "40000.00, 0.00, 0.00, AWAITING_RECEIPT"
    })
    void theSurplusOfTheDepositCountsTowardsTheBalance(String deposit, String surplus, String owed, OrderStatus next) {
        Order order = SAMPLE.awaitingShipment(AGREED, "SEA", deposit);
        Order paid = order.with(order.funds().plus(Money.ZERO, Money.of(surplus), Money.ZERO));

        assertThat(Tally.of(paid).owed()).isEqualTo(Money.of(owed));
        assertThat(Shipped.ship(paid, AGREED).status()).isEqualTo(next);
    }

    @ParameterizedTest(
            name = "SHP-05, AMB-10, PRM-11: with {1} as the last day\'s distance, shipped on {0}: on time {2}")
    @CsvSource({
        "2015-11-11, 0, true",
        "2015-11-12, 0, false",
        "2015-11-10, -1, true",
        "2015-11-11, -1, false",
        "2015-11-13, 2, true",
        "2015-11-14, 2, false"
    })
    void onTimeUntilTheLastDayIsOver(LocalDate shipDate, int lastDay, boolean onTime) {
        Order order = SAMPLE.awaitingShipment(AGREED, "SEA", "12000.00");
        Order agreed = order.with(order.shipment().agreed(AGREED, lastDay));

        assertThat(Shipped.ship(agreed, shipDate).shipment().onTime()).isEqualTo(onTime);
    }

    @Test
    @DisplayName("A corrected date moves the deadlines by as many days, and leaves an earlier pause granted")
    void aCorrectedDateMovesTheDeadlines() {
        Order shipped = Shipped.ship(SAMPLE.awaitingShipment(AGREED, "AIR", "40000.00"), AGREED);
        Instant pausedDue = Instant.parse("2015-11-29T16:00:00Z");
        Order paused = shipped.with(shipped.deadlines().autoComplete(pausedDue));

        Order corrected = new ShipDateCorrection(
                        AGREED, AGREED.plusDays(3), new CompletionTerms(15, 7, CompletionTerms.Anchor.SHIP_DATE))
                .apply(paused);

        assertThat(corrected.deadlines().autoCompleteAt()).isEqualTo(Instant.parse("2015-12-02T16:00:00Z"));
        assertThat(corrected.deadlines().balanceChaseAt()).isNull();
        assertThat(corrected.shipment().actualShipDate()).isEqualTo("2015-11-14");
        assertThat(corrected.shipment().onTime()).isFalse();
    }
}
