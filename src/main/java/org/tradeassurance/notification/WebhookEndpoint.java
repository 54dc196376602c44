package org.tradeassurance.notification;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** What operators see of webhooks, and how they have events sent again that were given up. */
@Component
@Endpoint(id = "webhooks")
class WebhookEndpoint {

    private static final int EXAMPLES = 20;

    private final Webhooks webhooks;
    private final WebhookSettings settings;

    WebhookEndpoint(Webhooks webhooks, WebhookSettings settings) {
        this.webhooks = webhooks;
        this.settings = settings;
    }

    /** How a subscriber stands, with the first orders whose events it does not get any more. */
    record State(String subscriber, long waiting, long givenUp, List<Webhooks.GivenUp> examples) {}

    /** How many events are sent again. */
    record Resent(int events) {}

    @ReadOperation
    List<State> states() {
        return settings.webhooks().stream()
                .map(subscriber -> new State(
                        subscriber.id(),
                        webhooks.countWaiting(subscriber),
                        webhooks.countGivenUp(subscriber),
                        webhooks.givenUp(subscriber, EXAMPLES)))
                .toList();
    }

    @WriteOperation
    Resent resend(@Selector String subscriber) {
        return new Resent(webhooks.resend(subscriber));
    }
}
