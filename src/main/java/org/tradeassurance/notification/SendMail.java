package org.tradeassurance.notification;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;

/**
 * A party is told by mail.
 *
 * @param recipient the buyer's e-mail address, or the supplier's id: where suppliers read mail is a setting of the relay
 * @param template names its text, such as {@code order-invitation}
 * @param refundNo null unless it is about a refund
 */
public record SendMail(
        OrderNo no,
        String recipient,
        String template,
        @Nullable String refundNo) implements Effect {

    public static SendMail toBuyer(Order order, String template) {
        return toBuyer(order, template, null);
    }

    public static SendMail toBuyer(Order order, String template, @Nullable String refundNo) {
        return new SendMail(order.no(), order.parties().buyer().email(), template, refundNo);
    }

    public static SendMail toSupplier(Order order, String template) {
        return new SendMail(order.no(), order.parties().supplierId(), template, null);
    }
}
