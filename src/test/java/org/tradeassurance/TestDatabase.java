package org.tradeassurance;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives each context of a {@link SpringBootTest} a database of its own, on one server for all, in sandbox mode, with the
 * job executor off and a subscriber to all events unless the test says otherwise. Registered in {@code META-INF/spring.factories}: nothing to write in a test.
 */
public class TestDatabase implements ContextCustomizerFactory {

    /** Somebody is told about each order, so that no event is written for what never happened; nothing is sent. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "camunda.bpm.job-execution.enabled", "false",
            "trade-assurance.webhooks[0].id", "witness",
            "trade-assurance.webhooks[0].url", "http://127.0.0.1:1/",
            "trade-assurance.webhooks[0].secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "trade-assurance.webhook-pause", "PT24H");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    /** A new, empty database. */
    public static HikariDataSource create() {
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient.create(server().getPostgresDatabase())
                .sql("create database " + name)
                .update();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server().getJdbcUrl("postgres", name));
        source.setMaximumPoolSize(24);
        source.setMinimumIdle(1);
        return source;
    }

    /** With the limits that the product sets for its connections. */
    private static HikariDataSource create(Environment environment) {
        HikariDataSource source = create();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(source));
        return source;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("lc-ctype", "C.UTF-8")
                        .start();
                // Runs when all contexts are closed: an engine that loses its database first takes half a minute to
                // stop.
                SpringApplication.getShutdownHandlers().add(() -> stop(started));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void stop(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, SpringBootTest.class) ? new Customizer() : null;
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            ((BeanDefinitionRegistry) context)
                    .registerBeanDefinition(
                            "dataSource",
                            new RootBeanDefinition(DataSource.class, () -> create(context.getEnvironment())));
            MutablePropertySources sources = context.getEnvironment().getPropertySources();
            sources.addLast(new MapPropertySource("tests", SETTINGS));
            // The sandbox's own folder does not exist where the database is this one.
            sources.addFirst(new MapPropertySource("disk", Map.of("management.health.diskspace.path", ".")));
        }
    }
}
