package org.tradeassurance.order;

/** A corrected clearance has given a shipped order another ship date, stored before this is told; the caller holds the order's lock. */
public record ShipDateCorrected(OrderNo orderNo) implements Effect {}
