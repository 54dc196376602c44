package org.tradeassurance.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends what waits in a table, beside all commands and jobs; every node may. One is taken for as long as a lease lasts, sent while no
 * transaction is open, and noted as sent, to be tried again after a pause, or given up, on the system's clock. So it is sent once, twice at
 * most if a node dies between sending and noting it.
 */
final class Relay<T extends Relay.Item> {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int LONGEST_ERROR = 500;

    /** A row that has been taken. */
    interface Item {

        Object id();

        /** This one included. */
        int attempts();

        /** What operators read of it. */
        String named();
    }

    /** What is done after something could not be sent. */
    enum After {
        /** Nobody is to get it. */
        GIVE_IT_UP,
        SEND_THE_NEXT,
        /** Who gets the rest as well is left alone until the next time. */
        LEAVE_THE_REST
    }

    record Failure(String why, After after) {}

    private final JdbcClient jdbc;
    private final String table;
    private final String key;
    private final Retries retries;

    Relay(JdbcClient jdbc, String table, String key, Retries retries) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
        this.retries = retries;
    }

    /**
     * Sends what is due.
     *
     * @param most this many at once
     * @param due takes the next one
     * @param sending says why one did not arrive, null if it did
     */
    void run(int most, Supplier<Optional<T>> due, Function<T, @Nullable Failure> sending) {
        for (int taken = 0; taken < most; taken++) {
            Optional<T> item = due.get();
            if (item.isEmpty() || !goesOn(item.get(), sending.apply(item.get()))) {
                return;
            }
        }
    }

    private boolean goesOn(T item, @Nullable Failure failure) {
        if (failure == null) {
            sent(item);
            return true;
        }
        boolean again = failure.after != After.GIVE_IT_UP;
        Duration pause = again ? retries.pause(item.attempts()) : null;
        if (again) {
            LOG.warn(
                    "{} could not be sent, attempt {}{}: {}",
                    item.named(),
                    item.attempts(),
                    pause == null ? ", given up" : "",
                    failure.why);
        }
        failed(item, failure.why.substring(0, Math.min(LONGEST_ERROR, failure.why.length())), pause);
        return failure.after != After.LEAVE_THE_REST;
    }

    private void sent(T item) {
        jdbc.sql("update %s set sent_at = clock_timestamp(), due_at = null, last_error = null where %s = :id"
                        .formatted(table, key))
                .param("id", item.id())
                .update();
    }

    /** Unless another node has sent it meanwhile: the lease may have been too short. */
    private void failed(T item, String error, @Nullable Duration pause) {
        jdbc.sql("""
                        update %s
                           set last_error = :error, due_at = clock_timestamp() + make_interval(secs => :pause)
                         where %s = :id and sent_at is null
                        """.formatted(table, key))
                .param("error", error)
                .param("pause", pause == null ? null : pause.toSeconds())
                .param("id", item.id())
                .update();
    }
}
