package org.tradeassurance.web.doors;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: ten wrong passwords for a name, or a hundred in all, from one address within a minute close that way until
 * the minute is over. Only failures count. Runs on real time, whatever the sandbox's clock says.
 */
@Component
class FailedLogins {

    private static final int BY_NAME = 10;
    private static final int BY_ADDRESS = 100;
    private static final int REMEMBERED = 10_000;
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private record Window(long begin, int failures) {}

    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final LongSupplier nanos;

    FailedLogins() {
        this(System::nanoTime);
    }

    FailedLogins(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @throws TooManyFailures if this name or this address has failed too often */
    synchronized void check(String name, String address) {
        check(key(name, address), BY_NAME);
        check(address, BY_ADDRESS);
    }

    synchronized void failed(String name, String address) {
        count(key(name, address));
        count(address);
    }

    private static String key(String name, String address) {
        return address + ' ' + name;
    }

    private void check(String key, int limit) {
        Window window = windows.get(key);
        long rest = window == null ? 0 : WINDOW - (nanos.getAsLong() - window.begin);
        if (window != null && window.failures >= limit && rest > 0) {
            throw new TooManyFailures(TimeUnit.NANOSECONDS.toSeconds(rest) + 1);
        }
    }

    private void count(String key) {
        long now = nanos.getAsLong();
        Window window = windows.remove(key);
        boolean running = window != null && now - window.begin < WINDOW;
        windows.put(key, running ? new Window(window.begin, window.failures + 1) : new Window(now, 1));
        Iterator<Window> oldest = windows.values().iterator();
        while (windows.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }
}
