package org.tradeassurance.order;

/**
 * An order's row was written; told within the transaction that writes it.
 *
 * @param frozen a dispute freezes the order
 */
public record OrderChanged(OrderNo no, boolean frozen) {}
