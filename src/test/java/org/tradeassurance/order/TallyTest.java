package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;

/** What an order of 40,000.00 with a deposit of 12,000.00 still owes. */
@Tag("core")
class TallyTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order unpaid =
            new SampleOrder(new OrderNo("70058590568114"), NOW).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(
            name = "TOL-04, BAL-03: {0} of the deposit and {1} of the balance received, {2}: {3} and {4} are owed")
    @CsvSource({
        "0.00,     0.00,     nothing is closed, 12000.00, 28000.00",
        "11500.00, 0.00,     nothing is closed, 500.00,   28000.00",
        "12500.00, 500.00,   nothing is closed, 0.00,     27500.00",
        "11500.00, 27999.99, the deposit,       0.00,     0.01",
        "12000.00, 27500.00, the balance,       0.00,     0.00",
        "12000.00, 28000.01, the deposit,       0.00,     0.00"
    })
    void aClosedLegOwesNothing(String deposit, String balance, String closed, String depositOwed, String balanceOwed) {
        Funds received = unpaid.funds().plus(Money.of(deposit), Money.of(balance), Money.ZERO);
        Funds funds = switch (closed) {
            case "the deposit" -> received.depositAccepted(NOW);
            case "the balance" -> received.depositAccepted(NOW).balanceSettled(NOW);
            default -> received;
        };
        Tally tally = Tally.of(unpaid.with(funds));
        assertThat(tally.owed(Leg.DEPOSIT)).isEqualTo(Money.of(depositOwed));
        assertThat(tally.owed(Leg.BALANCE)).isEqualTo(Money.of(balanceOwed));
        assertThat(tally.owed()).isEqualTo(Money.of(closed.equals("nothing is closed") ? depositOwed : balanceOwed));
        assertThat(new Tally(tally.agreed(), funds, OrderStatus.CLOSED).owed()).isEqualTo(Money.ZERO);
    }
}
