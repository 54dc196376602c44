package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;

/** What an order's first money means to its supplier, as values. */
@Tag("core")
class SupplierStepsTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order unpaid =
            new SampleOrder(new OrderNo("70058590568114"), NOW).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @Test
    @DisplayName("ST-13, EXP-02: with its first money a contract is effective, once, and its export order is due")
    void theFirstMoneyMakesAContractEffective() {
        Outcome effective = SupplierSteps.effective(unpaid, NOW);
        assertThat(effective.order().progress().effectiveAt()).isEqualTo(NOW);
        assertThat(effective.order().shipment().exportOrderPending()).isTrue();
        assertThat(effective.entries()).containsExactly(new Outcome.Entry(Fact.CONTRACT_EFFECTIVE, null));
        assertThat(effective.effects()).containsExactly(new SupplierSteps.Trades("S-1001", NOW));
        assertThat(SupplierSteps.effective(effective.order(), NOW.plusSeconds(1)))
                .isEqualTo(Outcome.of(effective.order()));
    }
}
