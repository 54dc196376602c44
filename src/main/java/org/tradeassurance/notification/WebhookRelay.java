package org.tradeassurance.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.tradeassurance.notification.Relay.After;
import org.tradeassurance.notification.Relay.Failure;
import org.tradeassurance.notification.WebhookSettings.Subscriber;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.FailedRuns;

/** Tells subscribers by HTTP what the outbox holds for them. Each has a thread of its own, so that one that hangs holds up nobody else. */
@Component
class WebhookRelay {

    private static final int BATCH = 500;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Longer than the timeouts of one call together. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** The last one about a day after the first. */
    private static final Retries RETRIES = new Retries(Duration.ofSeconds(10), Duration.ofHours(6), 14);

    private final Relay<Webhook> relay;
    private final Webhooks webhooks;
    private final WebhookSettings settings;
    private final RestClient http;
    private final ObjectMapper json;
    private final String publicUrl;
    private final ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();

    WebhookRelay(
            JdbcClient jdbc,
            Webhooks webhooks,
            WebhookSettings settings,
            RestClient.Builder http,
            ObjectMapper json,
            @Value("${trade-assurance.public-url}") String publicUrl) {
        this.relay = new Relay<>(jdbc, "webhook", "webhook_id", RETRIES);
        this.webhooks = webhooks;
        this.settings = settings;
        this.http = http.requestFactory(requests(settings.webhookTimeout())).build();
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** A redirect is no answer of the subscriber's: what is signed goes where the settings say, and nowhere else. */
    private static JdkClientHttpRequestFactory requests(Duration timeout) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(timeout);
        return requests;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.webhooks().isEmpty()) {
            return;
        }
        threads.setPoolSize(settings.webhooks().size());
        threads.setThreadNamePrefix("webhook-");
        threads.setErrorHandler(new FailedRuns());
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(
                (int) CONNECT_TIMEOUT.plus(settings.webhookTimeout()).toSeconds());
        threads.initialize();
        for (Subscriber subscriber : settings.webhooks()) {
            var unused = threads.scheduleWithFixedDelay(() -> relay(subscriber), settings.webhookPause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** Sends what is due; who does not answer well is left alone until the next time. */
    void relay(Subscriber subscriber) {
        relay.run(BATCH, () -> webhooks.take(subscriber, LEASE), webhook -> {
            String error = post(subscriber, webhook);
            return error == null ? null : new Failure(error, After.LEAVE_THE_REST);
        });
    }

    /** @return why it did not arrive, null if it did */
    private @Nullable String post(Subscriber subscriber, Webhook webhook) {
        byte[] body = body(webhook);
        String id = webhook.id().toString();
        try {
            return http.post()
                    .uri(subscriber.url())
                    .header("Webhook-Id", id)
                    .header("Webhook-Timestamp", Long.toString(webhook.takenAt()))
                    .header("Webhook-Signature", WebhookSignature.of(subscriber.secret(), id, webhook.takenAt(), body))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange((request, response) -> response.getStatusCode().is2xxSuccessful()
                            ? null
                            : "answered " + response.getStatusCode().value());
        } catch (RestClientException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** No amounts, names or texts: who may know more reads the order by its link. */
    private record Body(
            String event,
            OrderNo orderNo,
            int sequence,
            Instant occurredAt,
            OrderStatus status,
            int contractVersion,
            String link) {}

    private byte[] body(Webhook webhook) {
        try {
            return json.writeValueAsBytes(new Body(
                    webhook.event(),
                    webhook.orderNo(),
                    webhook.sequence(),
                    webhook.occurredAt(),
                    webhook.status(),
                    webhook.contractVersion(),
                    publicUrl + "/api/v1/orders/" + webhook.orderNo()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
