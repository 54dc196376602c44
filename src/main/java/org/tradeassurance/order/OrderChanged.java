package org.tradeassurance.order;

/** An order's row was written; told within the transaction that writes it. */
public record OrderChanged(OrderNo no) {}
