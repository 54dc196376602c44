package org.tradeassurance.production;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tradeassurance.TestDatabase;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.Caller.Answer;

/** Production mode as operators run it: two nodes on one database, accounts of their own, an issuer of tokens, no sandbox. */
class ProductionTest {

    private static final String PASSWORD = "k38fj3kf9-x7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final WireMockServer OUTSIDE =
            new WireMockServer(wireMockConfig().dynamicPort());
    private static final HikariDataSource DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

    private static Issuer issuer;
    private static Node first;
    private static Node second;

    @BeforeAll
    static void twoNodes() {
        OUTSIDE.start();
        OUTSIDE.stubFor(post("/product-checks")
                .willReturn(okJson("{\"accepted\": true}").withFixedDelay(700)));
        issuer = new Issuer(OUTSIDE);
        first = Node.start(settings());
        second = Node.start(settings());
        NodesAtOnce.lookForTheAdministrator(DATABASE, 2);
        first.port();
        second.port();
        assertThat(erp(first).send("PUT", "/api/v1/suppliers/S-1", """
                        {"name": "One", "region": "CN", "quotaLimit": "1000000.00", "assuranceActive": true}
                        """).status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        List.of(first, second).forEach(Node::close);
        DATABASE.close();
        OUTSIDE.stop();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                DATABASE.getJdbcUrl(),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.hikari.maximum-pool-size",
                "8",
                "camunda.bpm.admin-user.id",
                "root",
                "camunda.bpm.admin-user.password",
                PASSWORD,
                "trade-assurance.export-service.url",
                OUTSIDE.baseUrl(),
                "trade-assurance.accounts[0].name",
                "erp",
                "trade-assurance.accounts[0].password-hash",
                new BCryptPasswordEncoder(4).encode(PASSWORD),
                "trade-assurance.accounts[0].role",
                "PLATFORM",
                "trade-assurance.jwt.issuer-uri",
                issuer.address()));
        settings.put("trade-assurance.jwt.audience", "orders");
        return settings;
    }

    private static Caller erp(Node node) {
        return Caller.as(node.port(), "erp", PASSWORD).key(UUID.randomUUID().toString());
    }

    private static String draft() {
        return Draft.of("S-1", "buyer@example.com")
                .with("/shipping/shipBy", "{\"daysAfterDeposit\": 30}")
                .json();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            spring.profiles.active                    | sandbox | The sandbox brings its own database
            trade-assurance.export-service.url        |         | Set trade-assurance.export-service.url
            trade-assurance.export-service.url        | http://export.example.com | Set trade-assurance.export-service.url to an https address
            trade-assurance.accounts[0].password-hash | $2a$04$ | password-hash must be a bcrypt hash
            spring.mail.host                          | mail.example.com | Set trade-assurance.mail.from to the e-mail address
            spring.datasource.url                     | jdbc:postgresql://127.0.0.1:1/orders | The database cannot be used
            camunda.bpm.admin-user.id                 | root@example.com | Set camunda.bpm.admin-user.id to letters
            """)
    void refusesToStart(String setting, String value, String reason) {
        Map<String, String> settings = settings();
        settings.put(setting, value == null ? "" : value);
        try (Node node = Node.start(settings)) {
            assertThat(node.lastWords())
                    .contains("APPLICATION FAILED TO START", reason)
                    .as("a sentence, no stack trace")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesToStartWithAPasswordThatEverybodyKnows() {
        Map<String, String> settings = settings();
        settings.put("trade-assurance.accounts[0].password-hash", new BCryptPasswordEncoder(4).encode("sandbox"));
        try (Node node = Node.start(settings)) {
            assertThat(node.lastWords()).contains("These logins have a default password, change it first: [erp]");
        }
    }

    @Test
    void browsersAreToldToStayWithTlsAndCookiesToo() {
        for (String path : List.of("/login", "/api/v1/orders", "/camunda/app/tasklist/default/", "/actuator/health")) {
            assertThat(Caller.anonymous(first.port()).get(path).header("Strict-Transport-Security"))
                    .as(path)
                    .isEqualTo("max-age=31536000 ; includeSubDomains");
        }
        Answer page = Caller.anonymous(first.port()).with("Accept", "text/html").get("/login");
        assertThat(page.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie ->
                        cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    }

    @Test
    void thereIsNoSandbox() {
        for (String path : List.of("/api/v1/sandbox/clock", "/api/v1/sandbox/mails", "/api/v1/suppliers/S-1001")) {
            assertThat(erp(first).get(path).code()).as(path).isEqualTo("404 not-found");
        }
        assertThat(erp(first).post("/api/v1/sandbox/reset", "{}").code()).isEqualTo("404 not-found");
        assertThat(Caller.as(first.port(), "platform").get("/api/v1/orders").code())
                .isEqualTo("401 unauthorized");
        assertThat(JDBC.sql("select id_ from act_id_user").query(String.class).list())
                .containsExactly("root");
    }

    @Test
    void ordersAreDatedByTheRealClock() {
        String no = opened(first, "");
        Instant created = JDBC.sql("select created_at from trade_order where order_no = :no")
                .param("no", no)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
        assertThat(Duration.between(created, Clock.systemUTC().instant()).abs()).isLessThan(PATIENCE);
    }

    @Test
    void aTokenOfTheIssuerIsAnAccount() {
        String path = "/api/v1/orders";
        assertThat(bearer(issuer.token(Map.of("role", "platform"))).get(path).status())
                .isEqualTo(200);
        assertThat(bearer(issuer.token(Map.of("role", "bank"))).get(path).code())
                .isEqualTo("403 forbidden");
        assertThat(bearer(issuer.token(Map.of("role", "supplier", "supplierId", "S-2")))
                        .get("/api/v1/orders/" + opened(first, ""))
                        .code())
                .isEqualTo("404 not-found");
        List<String> nobody = List.of(
                issuer.token(Map.of("role", "platform", "exp", Duration.ofMinutes(5))),
                issuer.token(Map.of("role", "platform", "aud", "others")),
                issuer.token(Map.of("role", "platform", "iss", "https://elsewhere.example.com")),
                issuer.token(Map.of("role", "supplier")),
                issuer.token(Map.of("role", "admin")),
                issuer.token(Map.of()),
                issuer.forged(Map.of("role", "platform")),
                "no.token.atall");
        assertThat(nobody).allSatisfy(token -> {
            Answer answer = bearer(token).get(path);
            assertThat(answer.code()).isEqualTo("401 unauthorized");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        });
    }

    private static Caller bearer(String token) {
        return Caller.anonymous(second.port()).with("Authorization", "Bearer " + token);
    }

    @Test
    void whoPrefersToWaitGetsTheOrderWithItsChecksDone() {
        assertThat(JDBC.sql("select count(*) from act_ru_incident")
                        .query(Integer.class)
                        .single())
                .isZero();
        Answer now = erp(first).post("/api/v1/orders", draft());
        assertThat(now.json().path("pendingChecks").toString()).isEqualTo("[\"EXPORT_SERVICE\"]");
        assertThat(now.header("Preference-Applied")).isEmpty();

        Caller patient = erp(second).with("Prefer", "wait=10");
        Answer later = patient.post("/api/v1/orders", draft());
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(later.json().path("pendingChecks")).isEmpty();
        assertThat(later.json().path("status").asText()).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(patient.post("/api/v1/orders", draft()).body()).isEqualTo(later.body());
    }

    @Test
    void aKeyInProgressOnOneNodeIsAConflictOnTheOther() throws Exception {
        String path = "/api/v1/orders/" + opened(first, "wait=10") + "/confirmations";
        String body = "{\"party\": \"BUYER\", \"contractVersion\": 1}";
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> held;
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from trade_order for update");
            held = CompletableFuture.supplyAsync(() -> erp(first).key(key).post(path, body));
            Awaitility.await().atMost(PATIENCE).until(() -> NodesAtOnce.waiting(JDBC) > 0);
            assertThat(erp(second).key(key).post(path, body).code()).isEqualTo("409 idempotency-key-in-progress");
            connection.rollback();
        }
        assertThat(held.get().status()).isEqualTo(200);
        Answer again = erp(second).key(key).post(path, body);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(held.get().body());
    }

    @Test
    void aTimerFiresOnceWhicheverNodeTakesIt() {
        List<String> orders = List.of(agreed(first), agreed(second), agreed(first), agreed(second));
        JDBC.sql("update trade_order set payment_due_at = now() where order_no in (:orders)")
                .param("orders", orders)
                .update();
        JDBC.sql("""
                update act_ru_job set duedate_ = now() where type_ = 'timer' and process_def_key_ = 'collect-deposit'
                   and process_instance_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ in (:orders))
                """).param("orders", orders).update();
        Awaitility.await().atMost(PATIENCE).until(() -> tasks(orders, "userTask_decideOnUnpaidOrder") >= orders.size());
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> tasks(orders, "userTask_decideOnUnpaidOrder") == orders.size());
    }

    private static int tasks(List<String> orders, String step) {
        return JDBC.sql("""
                        select count(*) from act_hi_taskinst t join act_ru_execution e on e.id_ = t.proc_inst_id_
                         where e.business_key_ in (:orders) and t.task_def_key_ = :step
                        """)
                .param("orders", orders)
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    private static String opened(Node node, String prefer) {
        Answer answer = erp(node).with("Prefer", prefer).post("/api/v1/orders", draft());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("orderNo").asText();
    }

    private static String agreed(Node node) {
        String no = opened(node, "wait=10");
        Answer answer = erp(node)
                .post("/api/v1/orders/" + no + "/confirmations", "{\"party\": \"BUYER\", \"contractVersion\": 1}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return no;
    }
}
