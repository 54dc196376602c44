package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.payment.TestMoney.NO;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Party;

/** When a contract was agreed, and by when its goods are shipped. */
@Tag("core")
class AgreedTest {

    private static final Instant AGREED = Instant.parse("2015-11-01T01:00:00Z");

    private final Order unpaid = new SampleOrder(NO, AGREED).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(name = "DRF-05, AC-SHP-3: {0} or {1} days, deposit accepted at {2}: ship by {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2015-12-27, -, 2015-11-03T15:59:59Z, 2015-12-27",
                "-, 30, 2015-11-03T15:59:59Z, 2015-12-03",
                "-, 30, 2015-11-03T16:00:00Z, 2015-12-04",
                "-, 30, -, -",
                "-, -, 2015-11-03T15:59:59Z, -"
            })
    void theShipDateIsAgreedOrFollowsTheDeposit(LocalDate date, Integer days, Instant accepted, LocalDate shipBy) {
        Contract c = unpaid.agreement().contract();
        Contract.Shipping s = c.shipping();
        Contract.ShipBy terms = date == null && days == null ? null : new Contract.ShipBy(date, days);
        Contract contract = new Contract(
                c.lines(),
                new Contract.Shipping(
                        s.transport(), s.tradeTerm(), s.destination(), s.freight(), s.insurance(), terms, null),
                c.payment(),
                c.coverage(),
                null,
                null,
                "");
        Order order = unpaid.revised(2, contract);
        assertThat(DepositSteps.shipDate(
                        accepted == null ? order : order.with(order.funds().depositAccepted(accepted))))
                .isEqualTo(shipBy);
    }

    @Test
    @DisplayName("PAY-01: the window counts from the later confirmation; while nobody has confirmed, from now")
    void theAgreementIsTheLaterConfirmation() {
        Order open = unpaid.with(new Order.Agreement(
                1, unpaid.agreement().contract(), null, Order.Confirmation.NONE, Order.Confirmation.NONE, null));
        assertThat(open.agreement().agreedAt()).isNull();
        assertThat(open.confirmed(Party.BUYER, AGREED).agreement().agreedAt()).isNull();
        Instant later = AGREED.plusSeconds(1);
        assertThat(agreedAt(open.confirmed(Party.BUYER, AGREED).confirmed(Party.SUPPLIER, later)))
                .isEqualTo(later);
        assertThat(agreedAt(open.confirmed(Party.BUYER, later).confirmed(Party.SUPPLIER, AGREED)))
                .isEqualTo(later);
        assertThat(open.rulesDate(Instant.parse("2015-11-03T16:00:00Z"))).isEqualTo("2015-11-04");
    }

    private static @Nullable Instant agreedAt(Order order) {
        return order.agreement().agreedAt();
    }
}
