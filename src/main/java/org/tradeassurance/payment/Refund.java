package org.tradeassurance.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;

/**
 * A part of a remittance that goes back to its payer, and whether it has gone (TOL-04, TR-22, AMB-28).
 *
 * @param amount in the currency of the remittance, with two decimals
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Refund(
        String refundNo,
        String remittanceId,
        @Nullable OrderNo orderNo,
        String amount,
        String currency,
        Cause cause,
        Instant dueAt,
        @Nullable Payout payout) {

    /** Why money goes back. */
    enum Cause {
        SURPLUS,
        ORDER_COMPLETED,
        DISPUTE,
        UNMATCHED
    }

    /** The transfer that paid it: the bank's reference and date, and who recorded it. */
    record Payout(String reference, LocalDate paidOn, String paidBy, Instant paidAt) {}
}
