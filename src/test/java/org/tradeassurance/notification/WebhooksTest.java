package org.tradeassurance.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OrderNo;

class WebhooksTest extends WebhookFixture {

    @Test
    void eachOperationIsToldOnceInOrderAndWithoutGaps() {
        String no = paid(draft());
        relay.relay(crm());
        relay.relay(crm());
        List<JsonNode> bodies = bodies();
        assertThat(bodies.stream().map(body -> body.path("sequence").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, bodies.size()).boxed().toList());
        assertThat(bodies.stream().map(body -> body.path("event").asText())).containsExactlyElementsOf(operations(no));
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body.path("orderNo").asText()).isEqualTo(no));
    }

    @Test
    void anEventSaysWhatHappenedAndWhereToReadMore() {
        String no = agreed(draft());
        relay.relay(crm());
        JsonNode body = bodies().get(bodies().size() - 1);
        assertThat(body.path("event").asText()).isEqualTo("payment-window-opened");
        assertThat(body.path("status").asText()).isEqualTo("AWAITING_DEPOSIT");
        assertThat(body.path("contractVersion").asInt()).isEqualTo(1);
        assertThat(body.path("occurredAt").asText()).isEqualTo("2015-11-01T01:00:00Z");
        assertThat(body.path("link").asText()).endsWith("/api/v1/orders/" + no);
        assertThat(body).hasSize(7);
    }

    @Test
    void theStatusIsTheOneThatCameToStay() {
        String no = agreed(draft());
        relay.relay(crm());
        assertThat(bodies().stream()
                        .filter(body -> body.path("event").asText().equals("contract-confirmed"))
                        .map(body -> body.path("status").asText()))
                .as("the confirmation that opens the payment window of order " + no)
                .containsExactly("AWAITING_DEPOSIT");
    }

    @Test
    @DisplayName(
            "what is told when the transaction commits, such as a step that only a model knows, is an event like any other")
    void whatIsToldLast() {
        OrderNo no = new OrderNo(agreed(draft()));
        transaction.executeWithoutResult(tx -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    record.add(orders.lock(no), Fact.STEP_DONE, "last");
                }
            });
            record.begin();
        });
        relay.relay(crm());
        assertThat(bodies().stream().map(body -> body.path("event").asText()))
                .containsExactlyElementsOf(operations(no.value()))
                .endsWith("step-done");
    }

    static List<Draft> refusedOrders() {
        return List.of(
                Draft.of("S-1001", "acme@example.com").without("/shipping/destination"),
                Draft.of("S-1001", "acme@example.com").with("/buyer/country", "IR"),
                Draft.of("S-1001", "acme@example.com").with("/acknowledged/serviceAgreement", "false"),
                Draft.of("S-1002", "globex@example.org").with("/coverage", "POST_DELIVERY"));
    }

    @ParameterizedTest
    @MethodSource("refusedOrders")
    @DisplayName("A refused order is answered 422 once and for all, and nobody is told of it")
    void aRefusedOrderIsToldToNobody(Draft draft) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer refused = platform.post("/orders", draft.json(), key);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        Answer again = platform.post("/orders", draft.json(), key);
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(jdbc.sql("select count(*) from webhook").query(Long.class).single())
                .isZero();
    }

    @Test
    @DisplayName("A refused command on an order tells nobody what never happened (QTA-07)")
    void aRefusedCommandIsToldToNobody() {
        String no = opened(draft().with("/coverage", "NONE"));
        long before = written(new OrderNo(no));
        supplier(supplier, "CN", "1.00", true);
        refused(
                platform.put(
                        "/orders/" + no + "/contract",
                        draft().with("/coverage", "POST_DELIVERY").contract("SUPPLIER"),
                        Map.of("If-Match", "\"1\"")),
                422,
                "quota-exceeded");
        assertThat(written(new OrderNo(no)))
                .isEqualTo(before)
                .isEqualTo(operations(no).size());
    }

    @Test
    void everyRequestIsSignedAnew() throws Exception {
        opened(draft());
        relay.relay(crm());
        assertThat(requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(WebhookExampleTest.isOurs(
                                request.getHeader("Webhook-Id"),
                                request.getHeader("Webhook-Timestamp"),
                                request.getBody(),
                                request.getHeader("Webhook-Signature")))
                        .isTrue());
    }

    static List<ResponseDefinitionBuilder> failures() {
        return List.of(
                aResponse().withStatus(500),
                aResponse().withStatus(410),
                aResponse().withFixedDelay(2_000),
                temporaryRedirect("/elsewhere"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatDidNotArriveIsSentAgainAndTheRestOfItsOrderWaits(ResponseDefinitionBuilder failure) {
        answering(failure);
        String no = opened(draft());
        relay.relay(crm());
        relay.relay(crm());
        assertThat(bodies().stream().map(body -> body.path("sequence").asInt()))
                .as("the first event once, not before its next time, and none of the later ones")
                .containsExactly(1);
        jdbc.sql("update webhook set due_at = now() + interval '1 hour' where sequence = 1")
                .update();
        String other = opened(draft());
        answering(aResponse());
        relay.relay(crm());
        assertThat(bodies().stream().skip(1))
                .allSatisfy(body -> assertThat(body.path("orderNo").asText()).isEqualTo(other));
        String first = requests().get(0).getHeader("Webhook-Id");
        everythingIsDue();
        REMOTE.resetRequests();
        relay.relay(crm());
        assertThat(requests().get(0).getHeader("Webhook-Id"))
                .as("the same event")
                .isEqualTo(first);
        assertThat(bodies().stream().map(body -> body.path("event").asText()))
                .containsExactlyElementsOf(operations(no));
        assertThat(requests()).noneMatch(request -> request.getUrl().contains("elsewhere"));
    }

    @Test
    void theLastFailureIsSeenAndAnOperatorSendsAgain() {
        String no = opened(draft());
        jdbc.sql("update webhook set attempts = 13 where sequence = 1").update();
        answering(aResponse().withStatus(503));
        relay.relay(crm());
        assertThat(actuator("GET", "health", "platform")
                        .at("/components/webhooks")
                        .toString())
                .contains("\"status\":\"GIVEN_UP\"", "\"crm\":1");
        assertThat(actuator("GET", "health", "platform").path("status").asText())
                .isEqualTo("UP");
        JsonNode state = actuator("GET", "webhooks", "platform").get(0);
        assertThat(state.path("subscriber").asText()).isEqualTo("crm");
        assertThat(state.path("givenUp").asInt()).isEqualTo(1);
        assertThat(state.at("/examples/0/orderNo").asText()).isEqualTo(no);
        assertThat(state.at("/examples/0/lastError").asText()).isEqualTo("answered 503");
        assertThat(actuator("GET", "metrics/trade.assurance.webhooks.given.up?tag=subscriber:crm", "platform")
                        .at("/measurements/0/value")
                        .asInt())
                .isEqualTo(1);

        answering(aResponse());
        REMOTE.resetRequests();
        relay.relay(crm());
        assertThat(requests()).as("later events keep their place").isEmpty();
        assertThat(actuator("POST", "webhooks/crm", "supplier-S-1001")
                        .path("code")
                        .asText())
                .isEqualTo("forbidden");
        assertThat(actuator("POST", "webhooks/crm", "platform").path("events").asInt())
                .isEqualTo(1);
        relay.relay(crm());
        assertThat(bodies().stream().map(body -> body.path("event").asText()))
                .containsExactlyElementsOf(operations(no));
        assertThat(webhooks.countGivenUp(crm())).isZero();
    }

    @Test
    void aCommandThatIsRolledBackTellsNobody() {
        OrderNo no = new OrderNo(opened(draft()));
        long before = written(no);
        transaction.executeWithoutResult(status -> {
            record.add(orders.lock(no), Fact.REMINDER_SENT, null);
            status.setRollbackOnly();
        });
        assertThat(written(no)).isEqualTo(before);
        transaction.executeWithoutResult(status -> record.add(orders.lock(no), Fact.REMINDER_SENT, null));
        assertThat(written(no)).isEqualTo(before + 1);
    }

    @Test
    void twoAtATimeAreNumberedOneAfterTheOther() {
        OrderNo no = new OrderNo(opened(draft()));
        long before = written(no);
        CyclicBarrier both = new CyclicBarrier(2);
        together(() -> transaction.executeWithoutResult(status -> {
            record.add(orders.get(no), Fact.REMINDER_SENT, null);
            await(both);
        }));
        assertThat(written(no)).isEqualTo(before + 2);
        assertThat(jdbc.sql("select max(sequence) from webhook where order_no = :no")
                        .param("no", no.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 2);
    }

    @Test
    void twoNodesSendEachEventOnceAndNeverTwoOfAnOrderAtATime() {
        String no = agreed(draft());
        answering(aResponse().withFixedDelay(100));
        CyclicBarrier both = new CyclicBarrier(2);
        together(() -> {
            await(both);
            for (int turn = 0; turn < 2_000 && webhooks.countWaiting(crm()) > 0; turn++) {
                relay.relay(crm());
            }
        });
        assertThat(bodies().stream().map(body -> body.path("event").asText()))
                .containsExactlyElementsOf(operations(no));
        List<ServeEvent> served = served();
        for (int i = 1; i < served.size(); i++) {
            assertThat(at(served.get(i)))
                    .as("begins after the one before has ended")
                    .isAfterOrEqualTo(at(served.get(i - 1)).plusMillis(100));
        }
    }

    @Test
    void aSubscriberIsToldNoMoreThanItAskedFor() {
        String no = opened(draft());
        ok(act(no, "cancellations", "{\"party\": \"BUYER\", \"reason\": \"too late\"}"));
        settings.webhooks().forEach(relay::relay);
        assertThat(requests().stream().filter(request -> request.getUrl().equals("/closings")))
                .hasSize(1)
                .allSatisfy(request ->
                        assertThat(body(request).path("sequence").asInt()).isEqualTo(1));
        assertThat(requests()).noneMatch(request -> request.getUrl().equals("/stranger"));
        supplier = "S-1001";
        opened(draft());
        settings.webhooks().forEach(relay::relay);
        assertThat(requests()).anyMatch(request -> request.getUrl().equals("/stranger"));
    }

    @SuppressWarnings("JavaUtilDate") // the stub server's own type
    private static Instant at(ServeEvent event) {
        return event.getRequest().getLoggedDate().toInstant();
    }
}
