package org.tradeassurance.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When something that could not be sent is tried again: after a pause that doubles up to the longest, so many times in all. */
record Retries(Duration first, Duration longest, int most) {

    /** How long to wait after so many attempts, 1 at least; null after the last one. */
    @Nullable
    Duration pause(int attempts) {
        if (attempts >= most) {
            return null;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, Integer.SIZE));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
