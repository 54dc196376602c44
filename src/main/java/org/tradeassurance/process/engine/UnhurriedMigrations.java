package org.tradeassurance.process.engine;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.BesidePool;

/** Migrations of large tables, and the wait for another node that runs them, outlast the time limits of the pool. */
@Configuration(proxyBeanMethods = false)
class UnhurriedMigrations {

    @Bean
    FlywayConfigurationCustomizer unhurried(DataSource pool) {
        return flyway -> flyway.dataSource(BesidePool.unhurried(pool));
    }
}
