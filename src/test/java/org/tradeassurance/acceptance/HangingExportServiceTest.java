package org.tradeassurance.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.export.ExportServiceStub;

/** The export service keeps its callers waiting, as the job executor of a node sees it (ELG-09, EXP-02). */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "camunda.bpm.job-execution.max-wait=500",
            "trade-assurance.remote-calls.waiting=2",
            "trade-assurance.export-service.read-timeout=6s"
        })
@DirtiesContext
@Tag("alone")
class HangingExportServiceTest extends AcceptanceTest {

    private static final WireMockServer SERVICE =
            new WireMockServer(wireMockConfig().dynamicPort());
    private static final String YES = "{\"accepted\": true}";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private ManagementService management;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        SERVICE.start();
        properties.add("trade-assurance.export-service.url", SERVICE::baseUrl);
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @BeforeEach
    void answers() {
        SERVICE.resetAll();
        SERVICE.stubFor(ExportServiceStub.takes("/product-checks"));
        SERVICE.stubFor(ExportServiceStub.takes("/export-orders"));
        supplier(supplier, "CN", "1000000.00", true);
    }

    @Test
    @DisplayName(
            "while it hangs, timers fire on time, commands work, no connection is held; then each order is checked once")
    void aHangingServiceHoldsUpNothingElse() {
        String paying = submitted();
        becomes(paying, "AWAITING_BUYER_CONFIRM");
        ok(confirm(paying, "BUYER", 1));
        at("2015-11-16T08:59:50");

        SERVICE.stubFor(ExportServiceStub.takes("/product-checks", YES, 20_000));
        List<String> waiting = new ArrayList<>();
        for (int order = 0; order < 9; order++) {
            waiting.add(submitted());
        }
        Awaitility.await().atMost(SOON).until(() -> asked() == 5);
        Awaitility.await().atMost(SOON).until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);

        at("2015-11-16T09:00:01");
        Awaitility.await().atMost(SOON).until(() -> task(paying, "userTask_decideOnUnpaidOrder") != null);
        remit("BANK-" + paying, paying, "12000.00", "TT");
        assertThat(status(paying)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(waiting).allSatisfy(no -> assertThat(status(no)).isEqualTo("DRAFT"));

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> failedOnce() >= 4);
        SERVICE.stubFor(ExportServiceStub.takes("/product-checks"));
        // However often each was tried: its next turn comes within the hour.
        for (int minutes = 2;
                minutes < 60 && waiting.stream().anyMatch(no -> status(no).equals("DRAFT"));
                minutes++) {
            at("2015-11-16T%02d:%02d:00".formatted(minutes < 4 ? 9 : 11, minutes));
            Awaitility.await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        }
        waiting.forEach(no -> becomes(no, "AWAITING_BUYER_CONFIRM"));
        waiting.forEach(no -> assertThat(checksRecorded(no)).isEqualTo(1));
    }

    @Test
    @DisplayName(
            "a node that dies between the answer and its own commit asks again with the same key; the order is checked once")
    void anAnswerThatWasLostIsAskedForAgain() {
        SERVICE.stubFor(ExportServiceStub.takes("/product-checks", YES, 1_500));
        String no = submitted();
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("select 1 from trade_order where order_no = :no for update")
                    .param("no", no)
                    .query(Integer.class)
                    .single();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::killedWhoWaits);
        });
        assertThat(status(no)).isEqualTo("DRAFT");
        Awaitility.await().atMost(SOON).until(() -> failedOnce() == 1);

        at("2015-11-01T09:00:30");
        becomes(no, "AWAITING_BUYER_CONFIRM");
        assertThat(checksRecorded(no)).isEqualTo(1);
        SERVICE.verify(2, postRequestedFor(urlEqualTo("/product-checks")).withHeader("Idempotency-Key", equalTo(no)));
    }

    private boolean killedWhoWaits() {
        return jdbc.sql("""
                        select coalesce(bool_or(pg_terminate_backend(pid)), false) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Boolean.class).single();
    }

    private String submitted() {
        Api.Answer answer = platform.post("/orders", draft().json());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("/orderNo");
    }

    private void becomes(String no, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(no)).isEqualTo(status));
    }

    private long asked() {
        return SERVICE.countRequestsMatching(
                        postRequestedFor(urlEqualTo("/product-checks")).build())
                .getCount();
    }

    private long failedOnce() {
        return management.createJobQuery().withException().list().stream()
                .filter(job -> job.getRetries() == 4)
                .map(Job::getId)
                .count();
    }

    private long checksRecorded(String no) {
        return jdbc.sql(
                        "select count(*) from operation_record where order_no = :no and action = 'export-service-checked'")
                .param("no", no)
                .query(Long.class)
                .single();
    }
}
