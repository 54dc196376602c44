package org.tradeassurance.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps commands apart from what changes the ground under them: moving the clock, putting the sandbox back. */
@Component
public class CommandLock {

    private static final long KEY = 0x7261_6465_6c6f_636bL;

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    CommandLock(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** For a command: held until its transaction ends; waits for the other kind. */
    public void shared() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                .param("key", KEY)
                .query((row, number) -> number)
                .single();
    }

    /** Runs an action while no command runs; it is in no transaction, so it can open its own. */
    public void exclusive(Runnable action) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
                action.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The lock on commands is not to be had", e);
        }
    }
}
