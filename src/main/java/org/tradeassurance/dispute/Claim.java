package org.tradeassurance.dispute;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** An amount that a party asks for or that a decision grants, in US dollars. */
final class Claim {

    private Claim() {}

    /**
     * Reads the field {@code amount}: more than nothing and never more than the order holds (TR-22).
     *
     * @return null if none is given
     * @throws Refusal {@code invalid-field} or {@code amount-too-high}
     */
    static @Nullable Money of(Order order, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!Money.isPositive(text)) {
            throw Refusal.invalidField("amount", "field.positive-amount");
        }
        Money amount = Money.of(text);
        Money held = order.funds().held();
        if (amount.exceeds(held)) {
            throw new Refusal(Problem.AMOUNT_TOO_HIGH, order.no(), held);
        }
        return amount;
    }
}
