package org.tradeassurance.order;

/** What the tables say about closing an order of which a part of the deposit has come; they stand behind this package (AMB-29, PRM-23). */
@FunctionalInterface
public interface ClosingRight {

    /** Whether the supplier may close such an order once its window is over. */
    boolean outlivesMoney(Order order);
}
