package org.tradeassurance.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps commands apart from what changes the ground under them: moving the clock, putting the sandbox back. */
@Component
public class CommandLock {

    private static final long KEY = 0x7261_6465_6c6f_636bL;

    /** Its transaction does nothing while others work under the lock: that is no sign of a client that is gone. */
    private static final String HELD_FOR_LONG = "set_config('idle_in_transaction_session_timeout', '0', true)";

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    CommandLock(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * For a command: held until its transaction ends; waits for the other kind.
     *
     * @param own the lock that it needs for itself alone, if any
     * @return false if another command has its own lock
     */
    public boolean shared(@Nullable Long own) {
        return jdbc.sql("""
                        select pg_advisory_xact_lock_shared(:key),
                               coalesce(pg_try_advisory_xact_lock(:own::bigint), true) as taken
                        """)
                .param("key", KEY)
                .param("own", own)
                .query((row, number) -> row.getBoolean("taken"))
                .single();
    }

    /** For a command that takes the other kind: its own lock only; false if another command has it. */
    public boolean own(long own) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:own), " + HELD_FOR_LONG)
                .param("own", own)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Runs an action while no command runs; it is in no transaction, so it can open its own. */
    public void exclusive(Runnable action) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + HELD_FOR_LONG + ", pg_advisory_xact_lock(" + KEY + ")");
                action.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The lock on commands is not to be had", e);
        }
    }
}
