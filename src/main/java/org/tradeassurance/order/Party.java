package org.tradeassurance.order;

/** A side of the contract. */
public enum Party {
    BUYER,
    SUPPLIER
}
