package org.tradeassurance.export;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OrderNo;

class HttpExportServiceTest {

    private static final OrderNo NO = new OrderNo("70058590568114");
    private static final List<Contract.Line> LINES = List.of(SampleOrder.line("P-100", "LIGHTING"));

    @RegisterExtension
    static final WireMockExtension REMOTE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private ExportService service;

    @BeforeEach
    void connect() {
        service = ExportServiceConfiguration.http(
                new ExportServiceSettings(REMOTE.baseUrl(), "secret", Duration.ofMillis(500), Duration.ofMillis(500)),
                RestClient.builder().baseUrl(REMOTE.baseUrl()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVerdictOfTheServiceIsAnAnswerBothWays(boolean accepted) {
        REMOTE.stubFor(
                post("/product-checks").willReturn(okJson("{\"accepted\": %s, \"more\": 1}".formatted(accepted))));

        assertThat(service.accepts(NO, LINES)).isEqualTo(accepted);

        REMOTE.verify(postRequestedFor(urlEqualTo("/product-checks"))
                .withHeader("Idempotency-Key", equalTo("70058590568114"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(equalToJson("""
                        {"orderNo": "70058590568114", "products": [{"productId": "P-100", "product": "Desk light, dimmable",
                         "category": "LIGHTING", "quantity": "500", "unit": "Set"}]}
                        """)));
    }

    @DisplayName("EXP-04, GEN-03: the export service numbers its export orders")
    @Test
    void theServiceNumbersItsExportOrders() {
        REMOTE.stubFor(post("/export-orders").willReturn(okJson("{\"exportOrderNo\": \"185002-1054\"}")));

        assertThat(service.create("key", NO, new ExportService.Route(null, "GB")))
                .isEqualTo("185002-1054");

        REMOTE.verify(postRequestedFor(urlEqualTo("/export-orders")).withHeader("Idempotency-Key", equalTo("key")));
    }

    @Test
    void aBrokenServiceIsAFailureToBeTriedAgain() {
        REMOTE.stubFor(post("/product-checks").willReturn(serverError()));

        assertThatThrownBy(() -> service.accepts(NO, LINES))
                .isInstanceOf(RestClientException.class)
                .hasMessage("The export service answered with error 500.");
    }

    @Test
    void aSilentServiceIsGivenUpAfterItsTime() {
        REMOTE.stubFor(post("/product-checks")
                .willReturn(okJson("{\"accepted\": true}").withFixedDelay(3_000)));

        assertThatThrownBy(() -> service.accepts(NO, LINES))
                .isInstanceOf(RestClientException.class)
                .hasMessage("The export service cannot be reached or did not answer in time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accepted\": null}", "[]", ""})
    void anAnswerWithoutAVerdictIsNoConsent(String body) {
        REMOTE.stubFor(post("/product-checks").willReturn(okJson(body)));

        assertThatThrownBy(() -> service.accepts(NO, LINES)).isInstanceOf(RestClientException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"exportOrderNo\": \"\"}", "{\"exportOrderNo\": \"a b\"}"})
    void anExportOrderWithoutANumberIsNone(String body) {
        REMOTE.stubFor(post("/export-orders").willReturn(okJson(body)));

        assertThatThrownBy(() -> service.create("key", NO, new ExportService.Route(null, null)))
                .isInstanceOf(RestClientException.class);
    }

    @DisplayName(
            "Nothing is told to an export service that others could listen to; what runs on this machine needs no https")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://export.example.com/api, true",
        "HTTPS://export.example.com,     true",
        "http://localhost:9000/api,      true",
        "http://127.0.0.1:9000,          true",
        "http://[::1]:9000,              true",
        "http://export.example.com,      false",
        "http://localhost.example.com,   false",
        "http://127.0.0.1@example.com,   false",
        "export.example.com,             false",
        "https:///api,                   false",
        "ftp://localhost,                false"
    })
    void theAddressIsSafe(String url, boolean safe) {
        ExportServiceSettings settings =
                new ExportServiceSettings(url, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        if (safe) {
            assertThatCode(settings::requireSafe).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(settings::requireSafe).hasMessageContaining("https");
        }
    }
}
