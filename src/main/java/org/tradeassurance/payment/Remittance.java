package org.tradeassurance.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/** A notification of money as it lies in the inbox; the amount is in the stated currency. */
record Remittance(
        String id,
        Notification notification,
        @Nullable OrderNo orderNo,
        State state,
        @Nullable Reason reason,
        Instant notifiedAt,
        @Nullable Instant postedAt,
        Allocation allocation) {

    /** What became of the money. */
    enum State {
        APPLIED,
        PENDING,
        SUSPENSE,
        PARKED,
        RETURNED,
        RETURNED_PAYOUT
    }

    /** Why the finance desk must look at it. */
    enum Reason {
        UNKNOWN_ORDER,
        SEVERAL_ORDERS,
        OTHER_ACCOUNT,
        ORDER_CLOSED,
        RETURNED_PAYOUT,
        CURRENCY,
        METHOD,
        REFERENCE_REUSED
    }

    /** The answer to whoever notified the money; what is refunded is in its own currency. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            String remittanceId,
            State state,
            @Nullable OrderNo orderNo,
            Money appliedToDeposit,
            Money appliedToBalance,
            Money refundDue,
            Money refundPaid) {}

    Answer answer() {
        return new Answer(
                id, state, orderNo, allocation.deposit(), allocation.balance(), allocation.refund(), allocation.paid());
    }

    boolean isInDollars() {
        return notification.currency().equals(Money.CURRENCY);
    }

    /** The amount in its own currency: an order takes dollars only. */
    Money money() {
        return new Money(notification.amount());
    }
}
