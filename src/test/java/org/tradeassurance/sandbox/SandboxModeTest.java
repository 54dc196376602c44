package org.tradeassurance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;
import org.tradeassurance.start.StartRefused;

/** A database that is configured makes it production; nothing else does. */
class SandboxModeTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutADatabaseItIsTheSandboxBoundToThisMachine() {
        start();
        assertThat(environment.matchesProfiles("sandbox")).isTrue();
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void withADatabaseItIsProductionWithSecureCookies() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/orders");
        start();
        assertThat(environment.matchesProfiles("sandbox")).isFalse();
        assertThat(environment.containsProperty("server.address")).isFalse();
    }

    @Test
    void aSandboxOnAConfiguredDatabaseIsRefused() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/orders");
        environment.addActiveProfile("sandbox");
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class);
    }

    private void start() {
        new SandboxMode().postProcessEnvironment(environment, new SpringApplication());
    }
}
