package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/**
 * Money applied to the order (TOL, BAL); a leg is closed when its instant is set.
 *
 * @param shortBalanceAsked the supplier may accept the balance as short as it is (BAL-03)
 */
public record Funds(
        Money depositReceived,
        Money balanceReceived,
        Money refundDue,
        @Nullable Instant depositAcceptedAt,
        @Nullable Instant balanceSettledAt,
        boolean shortBalanceAsked) {

    public Money held() {
        return depositReceived.plus(balanceReceived);
    }

    /** The deposit leg closes; an accepted shortfall is waived (TOL-04). */
    public Funds depositAccepted(Instant at) {
        return new Funds(depositReceived, balanceReceived, refundDue, at, balanceSettledAt, shortBalanceAsked);
    }

    public Funds balanceSettled(Instant at) {
        return new Funds(depositReceived, balanceReceived, refundDue, depositAcceptedAt, at, false);
    }

    public Funds plus(Money deposit, Money balance, Money refund) {
        return new Funds(
                depositReceived.plus(deposit),
                balanceReceived.plus(balance),
                refundDue.plus(refund),
                depositAcceptedAt,
                balanceSettledAt,
                shortBalanceAsked);
    }

    /** The balance is short within the tolerance, or, with false, no longer (BAL-03). */
    public Funds shortBalanceAsked(boolean asked) {
        return new Funds(depositReceived, balanceReceived, refundDue, depositAcceptedAt, balanceSettledAt, asked);
    }
}
