package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Wire;
import org.tradeassurance.web.doors.Between;
import org.tradeassurance.web.doors.Cable;

/** Other callers, the database, the line to it and people at the engine make trouble: what callers are told then is as described. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.hikari.connection-init-sql=set lock_timeout = '1s'"
        })
@Import(Between.class)
@DirtiesContext
class TroubleConformanceTest extends AcceptanceTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CLOSE = "{\"reason\": \"Unpaid\"}";
    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "trouble");

    /** More than the threads that wait for bodies of strangers. */
    private static final int MANY = 40;

    private static final String NO_BODY = """
            POST /api/v1/remittances HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 100\r
            \r
            """;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    static Set<Problem> troubles() {
        return RefusalConformanceTest.BY_CHANCE;
    }

    @AfterEach
    void theDatabaseIsBack() {
        Between.cable().become(Cable.State.WHOLE);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> anonymous().actuator("GET", "health/readiness").status() == 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    @DisplayName("each kind of trouble is a problem as described")
    void eachTroubleIsAsDescribed(Problem problem) throws SQLException {
        Conformance.seen().clear();
        switch (problem) {
            case METHOD_NOT_ALLOWED -> platform.call("PATCH", "/orders");
            case REQUEST_TIMEOUT, OVERLOADED -> bodiesDoNotCome();
            case CONCURRENT_CHANGE -> anotherHoldsTheOrder(agreed(draft()));
            case IDEMPOTENCY_KEY_IN_PROGRESS -> theSameAgainMeanwhile(agreed(draft()));
            case OUTCOME_UNKNOWN -> theLineIsCutMeanwhile(agreed(draft()));
            case TEMPORARILY_UNAVAILABLE -> allConnectionsAreTaken(opened(draft()));
            case INTERNAL_ERROR -> aRowCannotBeRead(opened(draft()));
            case ORDER_HALTED -> aPhaseIsSuspended(paid(draft()));
            case MIGRATION_IMPOSSIBLE -> thereIsNoSuchPhaseAnyMore(paid(draft()));
            default -> fail("nothing brings it about: add it here");
        }
        assertThat(Conformance.seen()).contains(problem.code());
    }

    private void bodiesDoNotCome() {
        ExecutorService senders = Executors.newFixedThreadPool(MANY);
        try {
            Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> new Wire(port()).send(NO_BODY, new byte[0]), senders))
                    .limit(MANY)
                    .toList()
                    .forEach(answer -> conforms(answer.join()));
        } finally {
            senders.shutdownNow();
        }
    }

    private static void conforms(Wire.Answer answer) {
        Conformance.TO_THE_FILE.check(
                "POST", "/api/v1/remittances", new Answer(answer.status(), answer.headers(), Api.json(answer.body())));
    }

    private void locked(String no, Runnable action) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select from trade_order where order_no = :no for update")
                    .param("no", no)
                    .query()
                    .listOfRows();
            action.run();
        });
    }

    private Answer close(String no) {
        return platform.post("/orders/" + no + "/closure", CLOSE, KEY);
    }

    /** Sends what has to wait for the order, and returns when it waits. */
    private CompletableFuture<Answer> closing(String no) {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> close(no));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> jdbc.sql("""
                        select exists (select 1 from pg_locks
                                        where locktype = 'tuple' and relation = 'trade_order'::regclass
                                          and database = (select oid from pg_database where datname = current_database()))
                        """).query(Boolean.class).single());
        return answer;
    }

    private void anotherHoldsTheOrder(String no) {
        locked(no, () -> close(no));
    }

    private void theSameAgainMeanwhile(String no) {
        locked(no, () -> {
            CompletableFuture<Answer> first = closing(no);
            close(no);
            first.join();
        });
    }

    private void theLineIsCutMeanwhile(String no) {
        locked(no, () -> {
            CompletableFuture<Answer> answer = closing(no);
            Between.cable().become(Cable.State.CUT);
            answer.join();
            Between.cable().become(Cable.State.WHOLE);
        });
    }

    private void allConnectionsAreTaken(String no) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            assertThat(platform.get("/orders/" + no).code())
                    .isEqualTo(close(no).code())
                    .isEqualTo("temporarily-unavailable");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private void aRowCannotBeRead(String no) {
        jdbc.sql("update contract_version set content = content || '{\"lines\": \"none\"}' where order_no = :no")
                .param("no", no)
                .update();
        assertThat(platform.get("/orders/" + no).code()).isEqualTo(close(no).code());
    }

    private void aPhaseIsSuspended(String no) {
        String phase = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey("ship-order")
                .singleResult()
                .getId();
        runtime.suspendProcessInstanceById(phase);
        act(no, "shipment-declaration", "{}");
        runtime.activateProcessInstanceById(phase);
    }

    private void thereIsNoSuchPhaseAnyMore(String no) {
        try (Redeployment models = new Redeployment(repository).without("ship-order")) {
            models.deploy();
            act(no, "migration", "{}");
        }
    }
}
