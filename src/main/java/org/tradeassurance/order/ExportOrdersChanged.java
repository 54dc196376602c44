package org.tradeassurance.order;

/** An export order of an order was linked, unlinked or cleared, or none came after all; the caller holds the order's lock. */
public record ExportOrdersChanged(OrderNo orderNo) implements Effect {}
