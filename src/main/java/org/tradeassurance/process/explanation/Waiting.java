package org.tradeassurance.process.explanation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place of an order's processes where the engine waits.
 *
 * @param instance the process instance
 * @param element its id in the model
 * @param due of a task or a timer
 * @param desk of a task
 */
record Waiting(
        Kind kind,
        String process,
        String definition,
        String instance,
        String element,
        Instant since,
        @Nullable Instant due,
        @Nullable String desk) {

    /** A person's task, something that is told, an instant, or work of the system. */
    enum Kind {
        TASK,
        MESSAGE,
        TIMER,
        JOB
    }
}
