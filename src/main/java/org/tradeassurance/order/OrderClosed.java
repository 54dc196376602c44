package org.tradeassurance.order;

/** An order has been closed (ST-11). */
public record OrderClosed(OrderNo no) implements Effect {}
