package org.tradeassurance.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Of nodes that start together one after the other creates the first administrator, its group and its grants: the engine looks whether they
 * are there and then writes them, so that of two which look at once the second one would fail to start.
 */
@Configuration(proxyBeanMethods = false)
class StartInTurn {

    private static final String LOCK = "select pg_advisory_xact_lock(%d)".formatted(0x6275_696c_6465_6e67L);

    private final DataSource database;
    private @Nullable Connection turn;

    StartInTurn(DataSource database) {
        this.database = database;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ProcessEnginePlugin turnBegins() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                begin();
            }
        };
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin turnEnds() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                end();
            }
        };
    }

    /** On a connection of its own: a start that fails meanwhile ends the turn with the process. */
    private void begin() {
        try {
            Connection connection = database.getConnection();
            turn = connection;
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to create the first administrator does not come", e);
        }
    }

    private void end() {
        try (Connection ended = turn) {
            if (ended != null) {
                ended.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to create the first administrator cannot be given on", e);
        }
    }
}
