package org.tradeassurance.overview;

import java.time.Instant;
import java.util.List;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/** Unpaid orders whose payment window has ended or ends soon, with the money that speaks against closing them. */
record Radar(Instant at, List<UnpaidOrder> orders) {

    /**
     * An order that waits for its first money.
     *
     * @param buyer the name, or where none is known the e-mail address
     */
    record UnpaidOrder(
            OrderNo orderNo,
            String supplierId,
            String buyer,
            Money total,
            Money owed,
            Instant paymentDueAt,
            List<Evidence> evidence) {}

    /**
     * Money that may be meant for the order.
     *
     * @param amount in its currency, with two decimals
     * @param reasons {@code PENDING}: it waits for this order; {@code PENDING_FOR_PAIR}: for another of the same parties; {@code NAMED}, {@code IN_TEXT}: unmatched, it
     *     names the order; {@code PAIR_ACCOUNT}: it came to the parties' account; {@code AMOUNT}: it is what the order owes
     */
    record Evidence(
            String remittanceId,
            String bankReference,
            String amount,
            String currency,
            Instant notifiedAt,
            List<String> reasons) {}
}
