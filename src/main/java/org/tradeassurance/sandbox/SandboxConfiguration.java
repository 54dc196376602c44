package org.tradeassurance.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database that the sandbox brings along. */
@Configuration(proxyBeanMethods = false)
@Profile(SandboxMode.PROFILE)
@ConditionalOnMissingBean(DataSource.class)
class SandboxConfiguration {

    @Bean
    SandboxDatabase sandboxDatabase(
            @Value("${trade-assurance.sandbox.data}") Path data,
            @Value("${trade-assurance.sandbox.database-port}") int port)
            throws IOException {
        return SandboxDatabase.start(data, port);
    }

    /** Closed before the database, since it is made from it. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(SandboxDatabase database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        return source;
    }
}
