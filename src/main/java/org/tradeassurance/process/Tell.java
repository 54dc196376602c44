package org.tradeassurance.process;

import java.util.Map;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.OrderNo;

/** An order's process is told a message that it must be waiting for, with what was said. */
public record Tell(OrderNo no, String message, Map<String, String> said) implements Effect {}
