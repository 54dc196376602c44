package org.tradeassurance.process;

import java.util.Set;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;

/** An order's process failed over a fact that it was told: its model is at fault, or a table. The fact is true all the same. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What banks and the export service tell of; what people do is told to them as failed. */
    private static final Set<String> FACTS = Set.of(
            TradeOrderModel.MESSAGE_DEPOSIT_POSTED,
            TradeOrderModel.MESSAGE_BALANCE_POSTED,
            TradeOrderModel.MESSAGE_GOODS_CLEARED);

    private final transient OrderNo no;
    private final String fact;

    private NotTaken(OrderNo no, String fact, RuntimeException failure) {
        super("Order %s: its process cannot take \"%s\": %s".formatted(no, fact, failure.getMessage()), failure);
        this.no = no;
        this.fact = fact;
    }

    /** The failure of a message, as what it is. */
    static RuntimeException of(OrderNo no, String message, RuntimeException failure) {
        return FACTS.contains(message) && isAFault(failure) ? new NotTaken(no, message, failure) : failure;
    }

    private static boolean isAFault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof NotTaken) {
                return false;
            }
        }
        return !Conflict.isBehind(failure) && !Outage.isBehind(failure);
    }

    OrderNo no() {
        return no;
    }

    String fact() {
        return fact;
    }
}
