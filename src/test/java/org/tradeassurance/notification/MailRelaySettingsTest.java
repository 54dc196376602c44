package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tradeassurance.start.StartRefused;

/** Mail is sent where a server is configured, and only there. */
class MailRelaySettingsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MailSenderAutoConfiguration.class,
                    PropertyPlaceholderAutoConfiguration.class,
                    JacksonAutoConfiguration.class))
            .withPropertyValues("trade-assurance.public-url=http://localhost")
            .withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
            .withUserConfiguration(Mails.class, MailTexts.class)
            .withUserConfiguration(MailRelay.class);

    @Test
    void aServerAndASenderAreEnough() {
        application
                .withPropertyValues("spring.mail.host=mail.example.com", "trade-assurance.mail.from=orders@example.com")
                .run(context -> assertThat(context).hasSingleBean(MailRelay.class));
    }

    @Test
    void withoutAServerMailsStayInTheOutbox() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailRelay.class));
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, '', '', trade-assurance.mail.from",
        "mail.example.com, Orders, '', trade-assurance.mail.from",
        "mail.example.com, orders@example.com, suppliers, trade-assurance.mail.supplier-address",
        "'', orders@example.com, '', spring.mail.host",
    })
    void whatCannotSendIsRefusedAtStart(String host, String from, String supplier, String setting) {
        application
                .withPropertyValues(
                        "spring.mail.host=" + host,
                        "trade-assurance.mail.from=" + from,
                        "trade-assurance.mail.supplier-address=" + supplier)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageStartingWith("Set " + setting));
    }
}
