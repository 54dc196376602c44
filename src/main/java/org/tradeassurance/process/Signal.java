package org.tradeassurance.process;

import org.tradeassurance.order.Effect;
import org.tradeassurance.order.OrderNo;

/** An order's process is told a message, if it waits for it. */
public record Signal(OrderNo no, String message) implements Effect {}
