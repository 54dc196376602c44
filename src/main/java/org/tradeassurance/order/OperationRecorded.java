package org.tradeassurance.order;

import java.time.Instant;

/**
 * A line was added to an order's operation record; told within the transaction that adds it.
 *
 * @param action the fact in kebab-case, such as {@code contract-confirmed}
 */
public record OperationRecorded(OrderNo no, Instant at, String action, int contractVersion) {}
