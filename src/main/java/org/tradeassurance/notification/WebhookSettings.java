package org.tradeassurance.notification;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tradeassurance.order.Fact;
import org.tradeassurance.start.StartRefused;

/**
 * Which other systems are told about orders; nobody by default.
 *
 * @param webhookPause between two looks for events that are due
 * @param webhookTimeout for an answer, 30 seconds at most
 */
@ConfigurationProperties("trade-assurance")
record WebhookSettings(
        @DefaultValue List<Subscriber> webhooks,
        @DefaultValue("PT2S") Duration webhookPause,
        @DefaultValue("PT10S") Duration webhookTimeout) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    WebhookSettings {
        if (webhookTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new StartRefused("Set trade-assurance.webhook-timeout to 30 seconds at most");
        }
        Set<String> ids = new HashSet<>();
        for (Subscriber subscriber : webhooks) {
            if (!ids.add(subscriber.id())) {
                throw new StartRefused("Two webhooks are called " + subscriber.id());
            }
        }
    }

    /**
     * A system that is told.
     *
     * @param id under which its events are numbered; another id is another subscriber, whose numbers begin anew
     * @param secret {@code whsec_} and base64, as Standard Webhooks has it
     * @param events the only kinds it is told, all if empty
     * @param suppliers the only suppliers whose orders it is told about, all if empty
     */
    record Subscriber(
            String id,
            URI url,
            String secret,
            @DefaultValue List<Fact> events,
            @DefaultValue List<String> suppliers) {

        Subscriber {
            if (Stream.of(id, url, secret).anyMatch(Objects::isNull)) {
                throw new StartRefused("Give each of trade-assurance.webhooks an id, a url and a secret");
            }
            if (!id.matches("[a-z0-9-]{1,64}")) {
                throw new StartRefused("A webhook's id is 1 to 64 small letters, digits and hyphens");
            }
            if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                throw new StartRefused("Webhook %s has no http address".formatted(id));
            }
            if (WebhookSignature.key(secret).length == 0) {
                throw new StartRefused("Webhook %s has no secret".formatted(id));
            }
        }

        /** @throws StartRefused if events could be read or forged on their way */
        void requireSafe() {
            if (!"https".equals(url.getScheme())) {
                throw new StartRefused("Set the url of trade-assurance.webhooks %s to an https address".formatted(id));
            }
            if (WebhookSignature.key(secret).length < WebhookSignature.SAFE_KEY_BYTES) {
                throw new StartRefused("Set the secret of trade-assurance.webhooks %s to %d random bytes at least"
                        .formatted(id, WebhookSignature.SAFE_KEY_BYTES));
            }
        }

        boolean wants(Fact event) {
            return events.isEmpty() || events.contains(event);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return id;
        }
    }
}
