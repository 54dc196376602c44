package org.tradeassurance.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.OrderNo;

/**
 * Whoever was asked early is asked again.
 *
 * @param due null: no such date is agreed
 */
public record MoveChase(OrderNo no, Chase chase, @Nullable Instant due) implements Effect {}
