package org.tradeassurance.process;

import org.tradeassurance.order.Order;
import org.tradeassurance.order.Outcome;

/** What a service task does: of the order as it is, and of what else is given, it makes an outcome. It changes nothing itself. */
@FunctionalInterface
public interface Step {

    /**
     * Decides.
     *
     * @throws org.tradeassurance.order.Refusal if the rules do not allow it
     */
    Outcome of(Order order, Given given);
}
