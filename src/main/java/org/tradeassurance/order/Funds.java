package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/** Money applied to the order (TOL, BAL); a leg is closed when its instant is set. */
public record Funds(
        Money depositReceived,
        Money balanceReceived,
        Money refundDue,
        @Nullable Instant depositAcceptedAt,
        @Nullable Instant balanceSettledAt) {

    public Money held() {
        return depositReceived.plus(balanceReceived);
    }

    /** The deposit leg closes; an accepted shortfall is waived (TOL-04). */
    public Funds depositAccepted(Instant at) {
        return new Funds(depositReceived, balanceReceived, refundDue, at, balanceSettledAt);
    }

    public Funds balanceSettled(Instant at) {
        return new Funds(depositReceived, balanceReceived, refundDue, depositAcceptedAt, at);
    }

    public Funds plus(Money deposit, Money balance, Money refund) {
        return new Funds(
                depositReceived.plus(deposit),
                balanceReceived.plus(balance),
                refundDue.plus(refund),
                depositAcceptedAt,
                balanceSettledAt);
    }
}
