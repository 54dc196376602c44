package org.tradeassurance.process;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Order;

/** Why something happens now that nobody has asked for: the row of a table that gave the running timer its date. */
public interface TimerOccasion {

    /** As people read it, in both languages; null where no timer runs, or nobody knows the row of its date. */
    @Nullable
    String rowOf(Order order);
}
