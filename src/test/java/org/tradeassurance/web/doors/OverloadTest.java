package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.web.Caller;

/** More at once than a node can do: what it cannot do now it says so, and whoever repeats finds each order once. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.hikari.maximum-pool-size=4", "spring.datasource.hikari.connection-timeout=250"
        })
@DirtiesContext
class OverloadTest {

    private static final int MANY = 220;
    private static final int REPEATS = 300;

    /** A line of a thread that serves requests, and behind it one that begins without a date. */
    private static final String TRACE_OF_A_REQUEST = "(?m)^.*-exec-.*\\R(?!\\d{4}-|\\z)";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void eachOfManyOrdersIsStoredOnceOrToldToComeAgain(CapturedOutput log) throws InterruptedException {
        Caller.Answer supplier = Caller.as(port, "platform").send("PUT", "/api/v1/suppliers/S-9220", """
                        {"name": "Many", "region": "CN", "quotaLimit": "9000000.00", "assuranceActive": true}
                        """);
        assertThat(supplier.status()).isEqualTo(201);
        List<String> keys = IntStream.range(0, MANY)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
        Map<String, Caller.Answer> answers = posted(keys);
        assertThat(answers.values()).as("overloaded").anyMatch(answer -> answer.status() == 503);
        for (int i = 0; i < REPEATS && !refused(answers).isEmpty(); i++) {
            answers.putAll(posted(refused(answers)));
        }
        Set<String> stored = jdbc
                .sql("select order_no from trade_order where supplier_id = 'S-9220'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        assertThat(answers.values().stream()
                        .map(answer -> answer.json().path("orderNo").asText()))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(stored).hasSize(MANY);
        assertThat(log.toString()).as("a line a request at most").doesNotContainPattern(TRACE_OF_A_REQUEST);
    }

    private static void isStoredOrToldWhenToComeAgain(Caller.Answer answer) {
        if (answer.status() != 201) {
            assertThat(answer.code()).isIn("503 temporarily-unavailable", "503 outcome-unknown", "503 overloaded");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        }
    }

    private static List<String> refused(Map<String, Caller.Answer> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().status() != 201)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Caller.Answer> posted(List<String> keys) throws InterruptedException {
        Map<String, Caller.Answer> answers = new ConcurrentHashMap<>();
        String draft = Draft.of("S-9220", "acme@example.com")
                .with("/shipping/shipBy", "{\"daysAfterDeposit\": 30}")
                .json();
        ExecutorService callers = Executors.newFixedThreadPool(MANY);
        try {
            keys.forEach(key -> callers.execute(
                    () -> answers.put(key, Caller.as(port, "platform").key(key).post("/api/v1/orders", draft))));
            callers.shutdown();
            assertThat(callers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            callers.shutdownNow();
        }
        assertThat(answers).hasSameSizeAs(keys);
        assertThat(answers.values()).allSatisfy(OverloadTest::isStoredOrToldWhenToComeAgain);
        return answers;
    }
}
