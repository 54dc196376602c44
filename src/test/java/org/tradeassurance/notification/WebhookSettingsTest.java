package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What we refuse to sign with, and where we refuse to send it. */
class WebhookSettingsTest {

    private static final String SAFE = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    private static final String SHORT = "whsec_" + Base64.getEncoder().encodeToString(new byte[23]);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PropertyPlaceholderAutoConfiguration.class))
            .withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
            .withUserConfiguration(Webhooks.class, WebhookConfiguration.class);

    @Test
    void nobodyIsToldByDefault() {
        application.run(context ->
                assertThat(context.getBean(WebhookSettings.class).webhooks()).isEmpty());
    }

    @Test
    void anHttpsAddressAndALongSecretAreEnough() {
        with("crm", "https://crm.example.com/hooks", SAFE)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void theSandboxMaySendWithoutHttps() {
        with("crm", "http://127.0.0.1:9000", SHORT)
                .withInitializer(context -> context.getEnvironment().addActiveProfile("sandbox"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "crm, http://crm.example.com, SAFE, https address",
        "crm, https://crm.example.com, SHORT, 24 random bytes",
        "crm, https://crm.example.com, secret, begins with whsec_",
        "crm, https://crm.example.com, whsec_, no secret",
        "crm, ftp://crm.example.com, SAFE, no http address",
        "crm, crm.example.com, SAFE, no http address",
        "C R M, https://crm.example.com, SAFE, small letters",
    })
    void refused(String id, String url, String secret, String message) {
        with(id, url, secret.replace("SAFE", SAFE).replace("SHORT", SHORT))
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Test
    void whoAsksForAnEventThatNeverComesIsTold() {
        with("crm", "https://crm.example.com", SAFE)
                .withPropertyValues("trade-assurance.webhooks[0].events=order-closed, deposit-recieved")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("deposit-recieved"));
    }

    @Test
    void twoOfOneNameAreRefused() {
        with("crm", "https://crm.example.com", SAFE)
                .withPropertyValues(
                        "trade-assurance.webhooks[1].id=crm",
                        "trade-assurance.webhooks[1].url=https://other.example.com",
                        "trade-assurance.webhooks[1].secret=" + SAFE)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Two webhooks are called crm"));
    }

    private ApplicationContextRunner with(String id, String url, String secret) {
        return application.withPropertyValues(
                "trade-assurance.webhooks[0].id=" + id,
                "trade-assurance.webhooks[0].url=" + url,
                "trade-assurance.webhooks[0].secret=" + secret);
    }
}
