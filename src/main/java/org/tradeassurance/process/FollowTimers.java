package org.tradeassurance.process;

import org.tradeassurance.order.Effect;
import org.tradeassurance.order.OrderNo;

/** An order's timers become what its stored row says: of a frozen order none runs. */
public record FollowTimers(OrderNo no) implements Effect {}
