package org.tradeassurance.process;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.tradeassurance.order.BusinessTime;

/**
 * What stored filters hold due dates against, as functions without arguments: {@code now}, the engine's own, and these two. The engine
 * compares strictly, so each lies one millisecond behind what still belongs to it. The clock is the engine's, the day that of
 * Asia/Shanghai.
 */
public final class DueBounds {

    /** Due before it: overdue, a task that is due this very instant included. */
    public static final String AFTER_NOW = "${afterNow()}";

    /** Due before it: today or earlier, a task that is due at 24:00 included. */
    public static final String AFTER_TODAY = "${afterToday()}";

    /** Due after it: not overdue. */
    public static final String NOW = "${now()}";

    private DueBounds() {}

    public static Map<String, java.lang.reflect.Method> functions() {
        try {
            return Map.of(
                    "afterNow", DueBounds.class.getMethod("afterNow"),
                    "afterToday", DueBounds.class.getMethod("afterToday"));
        } catch (NoSuchMethodException e) {
            throw new ProcessEngineException("No such function", e);
        }
    }

    public static java.util.Date afterNow() {
        return justAfter(ClockUtil.now().toInstant());
    }

    public static java.util.Date afterToday() {
        Instant now = ClockUtil.now().toInstant();
        return justAfter(BusinessTime.endOfDayAfter(BusinessTime.dateOf(now), 0));
    }

    private static java.util.Date justAfter(Instant instant) {
        return java.util.Date.from(instant.plusMillis(1));
    }
}
