package org.tradeassurance.web.doors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /** Somebody who gives a name and a password; {@code device} is one that the name is known to use. */
    record Attempt(String name, String address, @Nullable String device) {

        private String place() {
            return address + ' ' + name;
        }
    }

    private record Limit(String key, int most) {}

    /** A window begins with its first failure: later ones do not lengthen it. */
    private final Cache<String, Integer> failures;

    private final Cache<String, Boolean> known;
    private final Semaphore suspects = new Semaphore(1);

    @Autowired
    FailedLogins() {
        this(Ticker.systemTicker());
    }

    FailedLogins(Ticker time) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .ticker(time)
                .expireAfter(Expiry.creating((key, count) -> WINDOW))
                .build();
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .ticker(time)
                .expireAfterWrite(KNOWN_FOR)
                .build();
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
        known.put(attempt.place(), true);
    }

    private boolean isKnown(Attempt attempt) {
        return known.getIfPresent(attempt.place()) != null;
    }

    private long rest(Limit limit) {
        Integer count = failures.getIfPresent(limit.key);
        return count == null || count < limit.most
                ? 0
                : failures.policy()
                        .expireVariably()
                        .orElseThrow()
                        .getExpiresAfter(limit.key, TimeUnit.NANOSECONDS)
                        .orElse(0);
    }

    private void count(String key, int more) {
        failures.asMap().compute(key, (same, before) -> {
            int count = (before == null ? 0 : before) + more;
            return count > 0 ? count : null;
        });
    }
}
