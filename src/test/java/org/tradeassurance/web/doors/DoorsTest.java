package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.web.Caller;

/** Who comes in where. */
@DoorTest
class DoorsTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort
    int port;

    private Caller anonymous() {
        return Caller.anonymous(port);
    }

    private Caller as(String name) {
        return Caller.as(port, name).key(UUID.randomUUID().toString());
    }

    @Test
    void withoutLoginItIs401AndNeverARedirect() {
        for (String path :
                new String[] {"/api/v1/test/notes", "/api/v1/nothing", "/v3/api-docs", "/actuator/metrics"}) {
            Caller.Answer answer = anonymous().get(path);
            assertThat(answer.code()).as(path).isEqualTo("401 unauthorized");
            assertThat(answer.header("WWW-Authenticate")).as(path).startsWith("Basic");
        }
        for (String path : new String[] {"/camunda/api/engine/engine", "/camunda/app/tasklist/default/", "/orders/1"}) {
            assertThat(anonymous().get(path).code()).as(path).isEqualTo("401 unauthorized");
        }
        assertThat(anonymous().key("k").post("/api/v1/test/notes", "{}").code()).isEqualTo("401 unauthorized");
        assertThat(anonymous()
                        .with("Authorization", "Basic ???")
                        .get("/api/v1/test/notes")
                        .code())
                .isEqualTo("401 unauthorized");
        assertThat(anonymous()
                        .with("Authorization", "Bearer x")
                        .get("/api/v1/test/notes")
                        .code())
                .isEqualTo("401 unauthorized");
    }

    @Test
    void aPersonIsLedToTheLoginPageAndAScriptGetsNoDialog() {
        for (String path : new String[] {
            "/camunda/app/tasklist/default/",
            "/orders/70058590568114",
            "/",
            "/swagger-ui.html",
            "/swagger-ui/index.html"
        }) {
            Caller.Answer answer = anonymous().with("Accept", HTML).get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).as(path).endsWith("/login");
        }
        for (String path : new String[] {"/api/v1/test/notes", "/v3/api-docs/swagger-config"}) {
            assertThat(anonymous().with("Sec-Fetch-Mode", "cors").get(path).header("WWW-Authenticate"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void theLoginPageSpeaksBothLanguages() {
        Caller.Answer english = anonymous().with("Accept", HTML).get("/login");
        assertThat(english.status()).isEqualTo(200);
        assertThat(english.body()).contains("<html lang=\"en\">", "Password", "name=\"_csrf\"");
        assertThat(english.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'sha256-");
        assertThat(anonymous().with("Accept-Language", "zh-CN").get("/login").body())
                .contains("<html lang=\"zh-CN\">", "密码");
    }

    @Test
    void eachAccountOfTheSandboxComesIn() {
        for (String name : new String[] {"platform", "supplier-S-1001", "supplier-S-1002"}) {
            assertThat(as(name).get("/api/v1/test/notes").status()).as(name).isEqualTo(200);
        }
        for (String name : new String[] {"bank", "export-service", "buyer-acme", "buyer-globex"}) {
            assertThat(as(name).get("/api/v1/test/notes").code()).as(name).isEqualTo("403 forbidden");
        }
        assertThat(Caller.as(port, "nobody").get("/api/v1/test/notes").code()).isEqualTo("401 unauthorized");
    }

    @Test
    void aRoleThatMayNeverDoThisIsForbidden() {
        assertThat(as("supplier-S-1001").post("/api/v1/test/platform", "{}").code())
                .isEqualTo("403 forbidden");
        assertThat(as("bank").get("/api/v1/orders").code()).isEqualTo("403 forbidden");
        assertThat(as("buyer-acme").post("/api/v1/remittances", "{}").code()).isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest",
                "/rest/engine",
                "/error",
                "/webjars/x",
                "/camunda-welcome",
                "/x"
            })
    void behindTheWallThereIsNothing(String path) {
        assertThat(anonymous().get(path).code()).isEqualTo("404 not-found");
        assertThat(as("platform").get(path).code()).isEqualTo("404 not-found");
    }

    @Test
    void healthIsOpenAndTheRestOfTheActuatorIsNot() {
        assertThat(anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(anonymous().get("/actuator/health").body()).doesNotContain("components");
        assertThat(as("supplier-S-1001").get("/actuator/metrics").code()).isEqualTo("403 forbidden");
        assertThat(as("platform").get("/actuator/metrics").status()).isEqualTo(200);
    }

    @Test
    void aLongAnswerIsCompressedForWhoeverTakesItSo() {
        assertThat(as("bank")
                        .with("Accept-Encoding", "gzip")
                        .get("/v3/api-docs")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(as("bank").get("/v3/api-docs").header("Content-Encoding")).isEmpty();
    }

    @Test
    void anyLoginReadsTheDescription() {
        Caller.Answer description = as("bank").get("/v3/api-docs");
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("components").path("schemas").has("Problem"))
                .isTrue();
        assertThat(description.json().path("components").path("securitySchemes").has("basic"))
                .isTrue();
        assertThat(description
                        .json()
                        .path("paths")
                        .path("/api/v1/test/notes")
                        .path("post")
                        .path("parameters")
                        .toString())
                .contains("Idempotency-Key");
        assertThat(as("bank").get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void headersKeepBrowsersCareful() {
        Caller.Answer answer = as("platform").get("/api/v1/test/notes");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Strict-Transport-Security"))
                .as("the sandbox has no TLS")
                .isEmpty();
    }

    @Test
    void guessingIsSlowedDownAndOnlyFailuresCount() {
        String name = "guessed-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            assertThat(as("platform").get("/api/v1/test/notes").status()).isEqualTo(200);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(Caller.as(port, name, "wrong" + i)
                            .get("/api/v1/test/notes")
                            .code())
                    .isEqualTo("401 unauthorized");
        }
        Caller.Answer answer = Caller.as(port, name, "wrong").get("/api/v1/test/notes");
        assertThat(answer.code()).isEqualTo("429 too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(as("platform").get("/api/v1/test/notes").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1//orders", "/api/v1/orders;x=1", "/api/v1/%2e%2e/orders", "/api/v1/orders%2f1", "/a\\b"})
    void aPathHasOneSpelling(String path) {
        assertThat(as("platform").get(path.replace("\\", "%5C")).code()).isEqualTo("400 malformed-request");
    }
}
