package org.tradeassurance.web.doors;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, and lets in who is known (decision 0032): wrong passwords are counted a minute for the device that somebody
 * has logged in with before, else for a name at an address, more of them where the name has logged in before. Runs on real time, whatever
 * the sandbox's clock says.
 */
@Component
class FailedLogins {

    private static final int OF_A_DEVICE = 10;
    private static final int OF_A_STRANGER = 10;
    private static final int WHERE_THE_NAME_IS_KNOWN = 100;
    private static final int OF_STRANGERS_FOR_A_NAME = 100;
    private static final int OF_AN_ADDRESS = 100;
    private static final int REMEMBERED = 10_000;
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final long KNOWN_FOR = TimeUnit.DAYS.toNanos(30);

    /** Somebody who gives a name and a password; {@code device} is one that the name is known to use. */
    record Attempt(String name, String address, @Nullable String device) {

        private String place() {
            return address + ' ' + name;
        }
    }

    private record Window(long begin, int failures) {}

    private record Limit(String key, int failures) {}

    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Map<String, Long> known = new LinkedHashMap<>();
    private final Semaphore suspects = new Semaphore(1);
    private final LongSupplier nanos;

    @Autowired
    FailedLogins() {
        this(System::nanoTime);
    }

    FailedLogins(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Compares a password. It counts as wrong until it has turned out to be right, so that many at once are no more than one by one.
     *
     * @throws TooManyFailures if there were too many before, after the comparison all the same: the time tells nothing
     */
    boolean counting(Attempt attempt, BooleanSupplier comparison) {
        boolean alone = isSuspect(attempt);
        if (alone && !suspects.tryAcquire()) {
            throw new TooManyFailures(1);
        }
        try {
            List<Limit> limits = limits(attempt);
            long rest = begin(limits);
            boolean right = comparison.getAsBoolean();
            if (rest > 0) {
                throw new TooManyFailures(TimeUnit.NANOSECONDS.toSeconds(rest) + 1);
            }
            if (right) {
                succeeded(attempt, limits);
            }
            return right;
        } finally {
            if (alone) {
                suspects.release();
            }
        }
    }

    /** From an address with many failures strangers are compared one at a time, and have one try a name. */
    private synchronized boolean isSuspect(Attempt attempt) {
        return attempt.device == null && !isKnown(attempt) && rest(new Limit(attempt.address, OF_AN_ADDRESS)) > 0;
    }

    private synchronized List<Limit> limits(Attempt attempt) {
        if (attempt.device != null) {
            return List.of(new Limit("device " + attempt.device, OF_A_DEVICE));
        }
        if (isKnown(attempt)) {
            return List.of(new Limit(attempt.place(), WHERE_THE_NAME_IS_KNOWN));
        }
        boolean suspect = rest(new Limit(attempt.address, OF_AN_ADDRESS)) > 0;
        return List.of(
                new Limit(attempt.place(), suspect ? 1 : OF_A_STRANGER),
                new Limit("name " + attempt.name, OF_STRANGERS_FOR_A_NAME),
                new Limit(attempt.address, Integer.MAX_VALUE));
    }

    /** How long it is closed, at most; one more failure counts. */
    private synchronized long begin(List<Limit> limits) {
        long rest = limits.stream().mapToLong(this::rest).max().orElse(0);
        limits.forEach(limit -> count(limit.key, 1));
        return rest;
    }

    private synchronized void succeeded(Attempt attempt, List<Limit> limits) {
        limits.forEach(limit -> count(limit.key, -1));
        known.remove(attempt.place());
        known.put(attempt.place(), nanos.getAsLong());
        forgetOldest(known);
    }

    private boolean isKnown(Attempt attempt) {
        Long at = known.get(attempt.place());
        return at != null && nanos.getAsLong() - at < KNOWN_FOR;
    }

    private long rest(Limit limit) {
        Window window = windows.get(limit.key);
        return window == null || window.failures < limit.failures
                ? 0
                : Math.max(0, WINDOW - (nanos.getAsLong() - window.begin));
    }

    private void count(String key, int more) {
        long now = nanos.getAsLong();
        Window window = windows.remove(key);
        boolean running = window != null && now - window.begin < WINDOW;
        int failures = (running ? window.failures : 0) + more;
        if (failures > 0) {
            windows.put(key, new Window(running ? window.begin : now, failures));
        }
        forgetOldest(windows);
    }

    private static void forgetOldest(Map<String, ?> entries) {
        Iterator<?> oldest = entries.values().iterator();
        while (entries.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }
}
