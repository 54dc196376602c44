package org.tradeassurance.order;

/** A side of the contract. */
public enum Party {
    BUYER,
    SUPPLIER;

    public Party other() {
        return this == BUYER ? SUPPLIER : BUYER;
    }
}
