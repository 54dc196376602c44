package org.tradeassurance.order;

/** The two payments of an order. */
public enum Leg {
    DEPOSIT,
    BALANCE
}
