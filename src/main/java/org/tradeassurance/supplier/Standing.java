package org.tradeassurance.supplier;

/** Whether the supplier may draft new orders (VIO-07). */
public enum Standing {
    ACTIVE,
    SUSPENDED,
    TERMINATED
}
