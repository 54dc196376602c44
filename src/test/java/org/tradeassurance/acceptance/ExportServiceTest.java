package org.tradeassurance.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The export service by HTTP: refusing, and down for a while (ELG-09, EXP-01, EXP-02). */
class ExportServiceTest extends AcceptanceTest {

    private static final WireMockServer SERVICE =
            new WireMockServer(wireMockConfig().dynamicPort());

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

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
    void forget() {
        SERVICE.resetAll();
    }

    private String submitted() {
        Api.Answer answer = platform.post(
                "/orders", draft().with("/coverage", "POST_DELIVERY").json());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/status")).isEqualTo("DRAFT");
        assertThat(answer.body().path("pendingChecks").toString()).isEqualTo("[\"EXPORT_SERVICE\"]");
        return answer.text("/orderNo");
    }

    private Job check(String no) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no, "draft-order")
                .singleResult()
                .getId();
        List<Job> jobs = management.createJobQuery().processInstanceId(instance).list();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    @Test
    @DisplayName(
            "ELG-09: while the export service is down the order waits as a draft, is tried again, then becomes an incident; nothing is lost")
    void theOrderWaitsForTheExportService() {
        SERVICE.stubFor(post(anyUrl()).willReturn(serverError()));
        String no = submitted();
        for (int retriesLeft = 4; retriesLeft >= 0; retriesLeft--) {
            String job = check(no).getId();
            assertThatException().isThrownBy(() -> management.executeJob(job));
            assertThat(check(no).getRetries()).isEqualTo(retriesLeft);
        }
        assertThat(runtime.createIncidentQuery()
                        .activityId("serviceTask_checkExportService")
                        .list())
                .extracting(Incident::getIncidentMessage)
                .containsExactly(
                        "Order %s: \"Check export service\" failed. The export service answered with error 500."
                                .formatted(no));
        assertThat(order(no).text("/status")).isEqualTo("DRAFT");
        assertThat(frozenQuota()).isEqualTo("40000.00");

        SERVICE.stubFor(post(urlPathEqualTo("/product-checks")).willReturn(okJson("{\"accepted\":true}")));
        management.setJobRetries(check(no).getId(), 1);
        management.executeJob(check(no).getId());
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    @DisplayName("ELG-09: refused by the export service, the order stays a draft; cancelling releases the freeze")
    void aRefusedOrderIsCancelled() {
        SERVICE.stubFor(post(urlPathEqualTo("/product-checks")).willReturn(okJson("{\"accepted\":false}")));
        String no = submitted();
        management.executeJob(check(no).getId());
        assertThat(status(no)).isEqualTo("DRAFT");
        assertThat(task(no, "userTask_settleExportService")).isNotNull();
        assertThat(frozenQuota()).isEqualTo("40000.00");
        ok(act(no, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"Cannot be exported\"}"));
        assertThat(status(no)).isEqualTo("CLOSED");
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(task(no, "userTask_settleExportService")).isNull();
    }

    @Test
    @DisplayName("EXP-02: the automatic export order is pending until the service has made it")
    void theAutomaticExportOrderIsPending() {
        String no = paidWhileTheExportOrderIsPending("185002-4711");
        assertThat(order(no).body().path("pendingChecks").toString()).isEqualTo("[\"EXPORT_ORDER\"]");
        refused(act(no, "shipment-declaration", "{}"), 422, "no-export-order");
        clock.runDueJobs();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(order(no).text("/shipment/exportOrders/0/exportOrderNo")).isEqualTo("185002-4711");
    }

    @Test
    @DisplayName(
            "EXP-02, AMB-27: goods do not leave while the automatic export order is still to be made; made, it is cleared or unlinked")
    void nothingShipsWhileAnExportOrderIsPending() {
        String no = paidWhileTheExportOrderIsPending("185002-4712");
        String own = "EX-OWN-" + no;
        act(no, "export-orders", "{\"exportOrderNo\":\"" + own + "\",\"port\":\"NINGBO\",\"destination\":\"GB\"}");
        platform.post(
                "/customs-clearances",
                "{\"exportOrderNo\":\"%s\",\"clearedOn\":\"2015-11-01\",\"reference\":\"%s\"}".formatted(own, own));
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        clock.runDueJobs();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(platform.delete("/orders/" + no + "/export-orders/185002-4712")
                        .status())
                .isEqualTo(204);
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    @DisplayName(
            "AMB-09, AMB-14: when no export order is needed any more, what waited for it ships by the supplier's own")
    void theOwnExportShipsWhenTheServicesIsNotNeeded() {
        String no = paidWhileTheExportOrderIsPending("185002-4713");
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().with("/coverage", "POST_DELIVERY")
                        .with("/lines/0/category", "SELF_DECLARED")
                        .contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"", "Idempotency-Key", "own-" + no)));
        ok(confirm(no, "BUYER", 2));
        String own = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        ok(act(no, "export-orders/" + own + "/clearance", "{\"clearedOn\":\"2015-11-01\",\"evidence\":\"D-1\"}"));
        ok(act(no, "shipment-declaration", "{}"));
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        clock.runDueJobs();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }

    private String paidWhileTheExportOrderIsPending(String made) {
        SERVICE.stubFor(post(urlPathEqualTo("/product-checks")).willReturn(okJson("{\"accepted\":true}")));
        SERVICE.stubFor(post(urlPathEqualTo("/export-orders"))
                .willReturn(okJson("{\"exportOrderNo\":\"%s\"}".formatted(made))));
        String no = submitted();
        management.executeJob(check(no).getId());
        ok(confirm(no, "BUYER", 1));
        remit("BANK-" + no, no, "12000.00", "TT");
        return no;
    }
}
