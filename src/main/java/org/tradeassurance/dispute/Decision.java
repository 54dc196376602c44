package org.tradeassurance.dispute;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.dispute.Dispute.Outcome;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Refusal;

/**
 * What the decision of a dispute does to its order (TR-22).
 *
 * @param granted US dollars of the money held that go back to the buyer
 * @param closes the order does not go on
 */
record Decision(Outcome outcome, Money granted, boolean closes) {

    /**
     * All money held closes the order, and so does a grant without an amount before shipment; less lets it go on.
     *
     * @throws Refusal {@code amount-too-high}, or {@code invalid-field}: once the goods have left, a grant needs its amount
     */
    static Decision of(Order order, Outcome outcome, @Nullable String amount) {
        if (outcome == Outcome.DISMISSED) {
            return new Decision(outcome, Money.ZERO, false);
        }
        Money held = order.funds().held();
        Money granted = Claim.of(order, amount);
        if (granted != null) {
            return new Decision(outcome, granted, granted.equals(held));
        }
        if (order.shipment().actualShipDate() != null) {
            throw Refusal.invalidField("amount", "field.required");
        }
        return new Decision(outcome, held, true);
    }
}
