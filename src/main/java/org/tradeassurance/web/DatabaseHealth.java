package org.tradeassurance.web;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BesidePool;

/**
 * Whether the database answers and can be written. It is asked each second by a connection of its own, so that who asks for health never
 * waits for it: when it has not answered for three seconds it is down, also when it is only silent.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(3);

    private final DataSource database;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database-health");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Connection connection;
    private volatile long answered = System.nanoTime();
    private volatile boolean writable = true;

    DatabaseHealth(DataSource pool) {
        this.database = BesidePool.within(PATIENCE, pool);
        var unused = asking.scheduleWithFixedDelay(this::ask, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public Health health() {
        if (System.nanoTime() - answered > SILENCE) {
            return Health.down().withDetail("answer", "none").build();
        }
        return writable
                ? Health.up().build()
                : Health.down().withDetail("answer", "read-only").build();
    }

    private void ask() {
        try {
            Connection asked = connection == null ? database.getConnection() : connection;
            connection = asked;
            writable = JdbcClient.create(new SingleConnectionDataSource(asked, true))
                    .sql("select not pg_is_in_recovery()")
                    .query(Boolean.class)
                    .single();
            answered = System.nanoTime();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The database does not answer", e);
            hangUp();
        }
    }

    private void hangUp() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("It is gone already", e);
        }
        connection = null;
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
        hangUp();
    }
}
