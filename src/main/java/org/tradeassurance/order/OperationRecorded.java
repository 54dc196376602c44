package org.tradeassurance.order;

import java.time.Instant;

/** A line was added to an order's operation record; told within the transaction that adds it. */
public record OperationRecorded(OrderNo no, Instant at, Fact fact, int contractVersion) {}
