package org.tradeassurance.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.tradeassurance.notification.WebhookSettings.Subscriber;

/** Where events go outside the sandbox, nobody may read or forge them on their way; what did not arrive is counted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    /** None of those that make the whole application unhealthy: a subscriber that is gone is no fault of ours. */
    private static final Status GIVEN_UP = new Status("GIVEN_UP");

    WebhookConfiguration(WebhookSettings settings, Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            settings.webhooks().forEach(Subscriber::requireSafe);
        }
    }

    @Bean
    MeterBinder webhookMeters(Webhooks webhooks, WebhookSettings settings) {
        return meters -> settings.webhooks().forEach(subscriber -> {
            Gauge.builder("trade.assurance.webhooks.given.up", () -> webhooks.countGivenUp(subscriber))
                    .description("Events that did not arrive and are not tried again until an operator has them resent")
                    .tag("subscriber", subscriber.id())
                    .register(meters);
            Gauge.builder("trade.assurance.webhooks.waiting", () -> webhooks.countWaiting(subscriber))
                    .description("Events that have yet to arrive")
                    .tag("subscriber", subscriber.id())
                    .register(meters);
        });
    }

    @Bean
    HealthIndicator webhooksHealthIndicator(Webhooks webhooks, WebhookSettings settings) {
        return () -> {
            Map<String, Long> givenUp =
                    settings.webhooks().stream().collect(Collectors.toMap(Subscriber::id, webhooks::countGivenUp));
            boolean all = givenUp.values().stream().allMatch(events -> events == 0);
            return (all ? Health.up() : Health.status(GIVEN_UP))
                    .withDetails(givenUp)
                    .build();
        };
    }
}
