package org.tradeassurance.order;

/** How an order came into being (NEG-01, DRF-01). */
public enum Origin {
    SUPPLIER_DRAFT,
    BUYER_ORDER,
    INQUIRY;

    /** The side that drafts and submits; in an inquiry there is no draft. */
    public Party draftedBy() {
        return this == BUYER_ORDER ? Party.BUYER : Party.SUPPLIER;
    }
}
