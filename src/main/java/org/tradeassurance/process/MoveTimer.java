package org.tradeassurance.process;

import java.time.Instant;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.OrderNo;

/** An order's timers at an activity get another due instant; none waits there: nothing happens. */
public record MoveTimer(OrderNo no, String activityId, Instant due) implements Effect {}
