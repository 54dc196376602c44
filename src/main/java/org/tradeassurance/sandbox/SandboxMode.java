package org.tradeassurance.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;
import org.tradeassurance.start.StartRefused;

/** Turns the profile {@code sandbox} on when, and only when, no data source is configured. */
class SandboxMode implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "sandbox";

    private static final String JDBC = "jdbc:";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean asked = environment.matchesProfiles(PROFILE);
        String database = environment.getProperty("spring.datasource.url");
        if (!StringUtils.hasText(database)) {
            if (!asked) {
                environment.addActiveProfile(PROFILE);
            }
            addSettings(environment.getPropertySources());
        } else if (asked) {
            throw new StartRefused(
                    "The sandbox brings its own database: leave out spring.datasource.url, or the profile sandbox");
        } else if (!database.startsWith(JDBC)) {
            throw new StartRefused(
                    "Set spring.datasource.url to the address of a PostgreSQL database, jdbc:postgresql://...");
        }
    }

    /** Above our own {@code application.yaml}, below everything that the person who starts us says. */
    private static void addSettings(MutablePropertySources sources) {
        try {
            for (PropertySource<?> settings :
                    new YamlPropertySourceLoader().load(PROFILE, new ClassPathResource("sandbox.yaml"))) {
                sources.stream()
                        .filter(source -> source.getName().contains("class path resource [application.yaml]"))
                        .findFirst()
                        .ifPresentOrElse(
                                ours -> sources.addBefore(ours.getName(), settings), () -> sources.addLast(settings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
