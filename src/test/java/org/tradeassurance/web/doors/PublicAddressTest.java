package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody is led to where a request's own head says that we are. */
@DoorTest
class PublicAddressTest {

    private static final String ELSEWHERE = "elsewhere.example";
    private static final String PLATFORM = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("platform:sandbox".getBytes(StandardCharsets.US_ASCII));

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Letter misled(String version) {
        return new Letter(port, "127.0.0.1").to(ELSEWHERE).speaking(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void noAnswerNamesTheHostThatARequestNames(String version) {
        List<String> paths = List.of(
                "/",
                "/orders/70058590568114",
                "/camunda",
                "/camunda/app",
                "/camunda/app/",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/default",
                "/camunda/app/cockpit/default/",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs/swagger-config",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/actuator",
                "/actuator/health",
                "/login",
                "/api/v1/orders",
                "/nothing");
        Letter person = misled(version);
        assertThat(person.login("supplier-desk", "sandbox")).doesNotContain(ELSEWHERE);
        for (String path : paths) {
            for (String login : List.of("Accept: text/html", PLATFORM)) {
                assertThat(misled(version).get(path, login)).as(path).doesNotContain(ELSEWHERE);
            }
            assertThat(person.get(path, "Accept: text/html")).as(path).doesNotContain(ELSEWHERE);
        }
    }

    @Test
    void whoLogsInIsLedToThePageThatWasWantedOnTheHostWhereTheBrowserIs() {
        Letter person = misled("HTTP/1.1");
        assertThat(person.get("/orders/70058590568114", "Accept: text/html")).contains("\r\nLocation: /login\r\n");
        assertThat(person.login("supplier-desk", "sandbox")).contains("\r\nLocation: /orders/70058590568114\r\n");
    }

    @Test
    void theDescriptionNamesThePublicAddress() {
        assertThat(misled("HTTP/1.1").get("/v3/api-docs", PLATFORM))
                .contains("\"servers\":[{\"url\":\"" + environment.getProperty("trade-assurance.public-url") + "\"}]");
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        for (String none : List.of("orders.example.com", "ftp://orders.example.com", "https:///")) {
            assertThatThrownBy(() -> new PublicAddress.Named(none)).hasMessageContaining("public-url");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aProxyThatIsNotTrustedIsToldOfOnce(CapturedOutput log) throws Exception {
        PublicAddress.Untrusted filter = new PublicAddress.Untrusted("this setting");
        pass(filter, new MockHttpServletRequest());
        MockHttpServletRequest trusted = new MockHttpServletRequest();
        trusted.addHeader("X-Forwarded-For", "192.0.2.1");
        trusted.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
        pass(filter, trusted);
        assertThat(log).doesNotContain("X-Forwarded-For");
        for (int i = 0; i < 3; i++) {
            MockHttpServletRequest forwarded = new MockHttpServletRequest();
            forwarded.addHeader("X-Forwarded-For", "192.0.2.1");
            pass(filter, forwarded);
        }
        assertThat(log.toString().split("set this setting", -1)).hasSize(2);
    }

    private static void pass(PublicAddress.Untrusted filter, MockHttpServletRequest request) throws Exception {
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
