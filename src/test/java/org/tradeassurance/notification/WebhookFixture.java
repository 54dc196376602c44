package org.tradeassurance.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.notification.WebhookSettings.Subscriber;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** The application with three subscribers, all played by one server that tests tell how to answer. */
abstract class WebhookFixture extends AcceptanceTest {

    @RegisterExtension
    static final WireMockExtension REMOTE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    WebhookSettings settings;

    @Autowired
    WebhookRelay relay;

    @Autowired
    Webhooks webhooks;

    @Autowired
    OperationRecord record;

    @Autowired
    Orders orders;

    @Autowired
    TransactionOperations transaction;

    @DynamicPropertySource
    static void subscribers(DynamicPropertyRegistry properties) {
        properties.add("trade-assurance.webhooks[0].id", () -> "crm");
        properties.add("trade-assurance.webhooks[0].url", () -> REMOTE.baseUrl() + "/crm");
        properties.add("trade-assurance.webhooks[0].secret", () -> WebhookExampleTest.SECRET);
        properties.add("trade-assurance.webhooks[1].id", () -> "closings");
        properties.add("trade-assurance.webhooks[1].url", () -> REMOTE.baseUrl() + "/closings");
        properties.add("trade-assurance.webhooks[1].secret", () -> WebhookExampleTest.SECRET);
        properties.add("trade-assurance.webhooks[1].events", () -> "order-closed");
        properties.add("trade-assurance.webhooks[2].id", () -> "stranger");
        properties.add("trade-assurance.webhooks[2].url", () -> REMOTE.baseUrl() + "/stranger");
        properties.add("trade-assurance.webhooks[2].secret", () -> WebhookExampleTest.SECRET);
        properties.add("trade-assurance.webhooks[2].suppliers", () -> "S-1001,S-1002");
        properties.add("trade-assurance.webhook-pause", () -> "PT24H");
        properties.add("trade-assurance.webhook-timeout", () -> "PT1.5S");
    }

    @BeforeEach
    void nothingIsDue() {
        jdbc.sql("delete from webhook").update();
        answering(aResponse());
    }

    Subscriber crm() {
        return settings.webhooks().get(0);
    }

    static void answering(ResponseDefinitionBuilder answer) {
        REMOTE.stubFor(post(anyUrl()).willReturn(answer));
    }

    void everythingIsDue() {
        jdbc.sql("update webhook set due_at = now() where sent_at is null").update();
    }

    long written(OrderNo no) {
        return jdbc.sql("select count(*) from webhook where order_no = :no and subscriber = 'crm'")
                .param("no", no.value())
                .query(Long.class)
                .single();
    }

    List<String> operations(String no) {
        return jdbc.sql("select action from operation_record where order_no = :no order by id")
                .param("no", no)
                .query(String.class)
                .list();
    }

    JsonNode actuator(String method, String path, String account) {
        return as(account).actuator(method, path).body();
    }

    static void together(Runnable action) {
        CompletableFuture<Void> first = CompletableFuture.runAsync(action);
        CompletableFuture<Void> second = CompletableFuture.runAsync(action);
        CompletableFuture.allOf(first, second).join();
    }

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** First come first. */
    static List<ServeEvent> served() {
        List<ServeEvent> events = new ArrayList<>(REMOTE.getAllServeEvents());
        Collections.reverse(events);
        return events;
    }

    static List<LoggedRequest> requests() {
        return served().stream().map(ServeEvent::getRequest).toList();
    }

    static List<JsonNode> bodies() {
        return requests().stream().map(WebhookFixture::body).toList();
    }

    static JsonNode body(LoggedRequest request) {
        try {
            return JSON.readTree(request.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
