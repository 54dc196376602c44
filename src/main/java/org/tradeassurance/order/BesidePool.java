package org.tradeassurance.order;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Connections beside the pool: for long work that the pool's time limits would cut short, and for looks that must not wait for it. */
public final class BesidePool {

    private BesidePool() {}

    /** For work that takes as long as it takes, such as migrations. */
    public static DataSource unhurried(DataSource pool) {
        return within(Duration.ZERO, pool);
    }

    /**
     * Each connection is given up when the server is silent for that long; what the database's address says about it has precedence.
     *
     * @param limit in whole seconds, zero for none
     */
    public static DataSource within(Duration limit, DataSource pool) {
        try {
            HikariDataSource settings = pool.unwrap(HikariDataSource.class);
            Properties properties = new Properties();
            properties.putAll(settings.getDataSourceProperties());
            String seconds = Long.toString(limit.toSeconds());
            properties.setProperty("socketTimeout", seconds);
            properties.setProperty("connectTimeout", limit.isZero() ? "10" : seconds);
            properties.setProperty("loginTimeout", limit.isZero() ? "10" : seconds);
            properties.setProperty("tcpKeepAlive", "true");
            put(properties, "user", settings.getUsername());
            put(properties, "password", settings.getPassword());
            return new SimpleDriverDataSource(
                    DriverManager.getDriver(settings.getJdbcUrl()), settings.getJdbcUrl(), properties);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection pool is not the one that we configure", e);
        }
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
