package org.tradeassurance.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds starting nodes back in the database until all of them want the same, so that they race. */
final class NodesAtOnce {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration HOLD = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private NodesAtOnce() {}

    /** So many nodes, on a database that is still empty, look for the first administrator at the same moment. */
    static void lookForTheAdministrator(DataSource database, int nodes) {
        JdbcClient jdbc = JdbcClient.create(database);
        Awaitility.await().atMost(PATIENCE).until(() -> exists(jdbc, "act_id_user"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table act_id_user");
            Awaitility.await().atMost(PATIENCE).until(() -> waiting(jdbc) > 0);
            holdUntil(() -> waiting(jdbc) == nodes);
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Not for ever: who waits for a lock gives up after some seconds, and a busy machine may start the other node later than that. */
    private static void holdUntil(BooleanSupplier allWait) {
        for (long i = 0; i < HOLD.toMillis() / PAUSE.toMillis() && !allWait.getAsBoolean(); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean exists(JdbcClient jdbc, String table) {
        return jdbc.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    /** How many sessions of the database wait for a lock. */
    static int waiting(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }
}
