package org.tradeassurance.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the models ask about an order: bean {@code order} in conditions, due dates and timers. Every method takes the order number. */
@Component("order")
public class OrderFacts {

    private final Orders orders;

    OrderFacts(Orders orders) {
        this.orders = orders;
    }

    /** {@code SUBMITTED}, {@code DRAFT} or {@code INQUIRY}. */
    public String opened(String orderNo) {
        Order order = order(orderNo);
        if (order.parties().origin() == Origin.INQUIRY) {
            return "INQUIRY";
        }
        return order.progress().submittedAt() == null ? "DRAFT" : "SUBMITTED";
    }

    public boolean confirmationMissing(String orderNo, String party) {
        return !order(orderNo).agreement().confirmedBy(Party.valueOf(party));
    }

    public boolean exportServiceAsked(String orderNo) {
        return order(orderNo).shipment().exportCheck() == Order.ExportCheck.ALLOWED;
    }

    public java.util.@Nullable Date paymentDue(String orderNo) {
        return date(order(orderNo).deadlines().paymentDueAt());
    }

    /** When the agreed ship date is over (AMB-10, PRM-11). */
    public java.util.@Nullable Date shipByMidnight(String orderNo) {
        return date(order(orderNo).shipment().shipByEndsAt());
    }

    public java.util.@Nullable Date topUpChase(String orderNo) {
        return date(order(orderNo).deadlines().topUpChaseAt());
    }

    public java.util.@Nullable Date balanceChase(String orderNo) {
        return date(order(orderNo).deadlines().balanceChaseAt());
    }

    public java.util.@Nullable Date autoCompletion(String orderNo) {
        return date(order(orderNo).deadlines().autoCompleteAt());
    }

    public java.util.@Nullable Date coverageEnd(String orderNo) {
        return date(order(orderNo).deadlines().coverageEndsAt());
    }

    /** Once the comment is there, a process that starts again passes by it while the reply is awaited. */
    public java.util.@Nullable Date feedbackEnd(String orderNo) {
        Deadlines due = order(orderNo).deadlines();
        return date(due.feedbackDueAt() == null ? due.replyDueAt() : due.feedbackDueAt());
    }

    public java.util.@Nullable Date replyEnd(String orderNo) {
        return date(order(orderNo).deadlines().replyDueAt());
    }

    private Order order(String orderNo) {
        return orders.get(new OrderNo(orderNo));
    }

    private static java.util.@Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : java.util.Date.from(instant);
    }
}
