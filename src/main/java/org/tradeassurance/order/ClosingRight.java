package org.tradeassurance.order;

/** What the tables say about closing an order of which a part of the deposit has come; they stand behind this package (AMB-29, PRM-23). */
public interface ClosingRight {

    /** Whether the supplier may close such an order now. */
    boolean outlivesMoney(Order order);
}
