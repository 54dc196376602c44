package org.tradeassurance.payment;

import java.math.BigDecimal;
import java.time.Instant;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/** Money that came for an order, as values. */
final class TestMoney {

    static final OrderNo NO = new OrderNo("70058590568114");
    static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private TestMoney() {}

    static Allocation counted(String deposit, String balance, String refund) {
        return new Allocation(Money.of(deposit), Money.of(balance), Money.of(refund), Money.ZERO);
    }

    static Remittance pending(String reference, String amount) {
        return remittance(reference, amount, Remittance.State.PENDING, Allocation.NONE);
    }

    static Remittance applied(String reference, Allocation allocation) {
        return remittance(reference, allocation.sum().toString(), Remittance.State.APPLIED, allocation);
    }

    private static Remittance remittance(
            String reference, String amount, Remittance.State state, Allocation allocation) {
        return new Remittance(
                "id-" + reference,
                new Notification(
                        reference,
                        null,
                        NO.value(),
                        new BigDecimal(amount),
                        Money.CURRENCY,
                        "TT",
                        new Notification.Details(null, null)),
                NO,
                state,
                null,
                NOW,
                null,
                allocation);
    }
}
