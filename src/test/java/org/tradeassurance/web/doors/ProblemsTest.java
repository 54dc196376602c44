package org.tradeassurance.web.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.web.Caller;

/** How a request that cannot be done is answered. */
@DoorTest
class ProblemsTest {

    private static final String NOTES = "/api/v1/test/notes";

    @LocalServerPort
    int port;

    @Autowired
    TestEndpoints.Notes notes;

    private Caller platform() {
        return Caller.as(port, "platform").key(UUID.randomUUID().toString());
    }

    @Test
    void aProblemHasAllItsMembersAndOneLanguage() {
        Caller.Answer english = platform().get("/api/v1/test/notes/70058590568114");
        Caller.Answer chinese =
                platform().with("Accept-Language", "zh-CN,en;q=0.5").get("/api/v1/test/notes/70058590568114");

        JsonNode problem = english.json();
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:trade-assurance:problem:not-found");
        assertThat(problem.path("title").asText()).isEqualTo("Not found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("code").asText()).isEqualTo("not-found");
        assertThat(problem.path("detail").asText()).startsWith("There is nothing here");
        assertThat(chinese.json().path("title").asText()).isEqualTo("未找到");
        assertThat(chinese.json().path("detail").asText()).contains("内容不存在");
        assertThat(platform()
                        .with("Accept-Language", "fr")
                        .get("/api/v1/test/notes/70058590568114")
                        .body())
                .isEqualTo(english.body());
    }

    @Test
    void whatTomcatRefusesIsToldInTheCallersLanguageToo() {
        Caller.Answer english = platform().get("/api/v1/test/notes/%00");
        Caller.Answer chinese = platform().with("Accept-Language", "zh").get("/api/v1/test/notes/%00");

        assertThat(english.code()).isEqualTo("400 malformed-request");
        assertThat(english.json().path("title").asText()).isEqualTo("Malformed request");
        assertThat(chinese.code()).isEqualTo("400 malformed-request");
        assertThat(chinese.json().path("detail").asText()).startsWith("请求的地址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/test/notes/abc", "/api/v1", "/api/v1/test/forgotten"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(platform().get(path).code()).isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":                       | 400 malformed-request | ",
                "''                               | 400 malformed-request | ",
                "[]                               | 400 malformed-request | ",
                "{\"text\":\"a\"} x               | 400 malformed-request | ",
                "{\"text\":\"a\",\"text\":\"b\"}  | 400 malformed-request | ",
                "{\"colour\":\"red\"}             | 400 malformed-request | colour",
                "{\"lines\":[{},{\"a\":1}]}       | 400 malformed-request | lines[1].a",
                "{\"amount\":14}                  | 400 invalid-field     | amount",
                "{\"amount\":14.00}               | 400 invalid-field     | amount",
                "{\"amount\":\"14.001\"}          | 400 invalid-field     | amount",
                "{\"amount\":\"-1.00\"}           | 400 invalid-field     | amount",
                "{\"amount\":\"1e9\"}             | 400 invalid-field     | amount",
                "{\"amount\":\"\"}                | 400 invalid-field     | amount",
                "{\"lines\":[{\"amount\":\"x\"}]} | 400 invalid-field     | lines[0].amount",
                "{\"count\":\"1\"}                | 400 invalid-field     | count",
                "{\"count\":1.0}                  | 400 invalid-field     | count",
                "{\"count\":true}                 | 400 invalid-field     | count",
                "{\"count\":99999999999}          | 400 invalid-field     | count",
                "{\"flag\":\"true\"}              | 400 invalid-field     | flag",
                "{\"flag\":1}                     | 400 invalid-field     | flag",
                "{\"party\":\"NOBODY\"}           | 400 invalid-field     | party",
                "{\"party\":0}                    | 400 invalid-field     | party",
                "{\"party\":\"\"}                 | 400 invalid-field     | party",
                "{\"day\":\"2015-02-30\"}         | 400 invalid-field     | day",
                "{\"day\":[2015,2,3]}             | 400 invalid-field     | day",
                "{\"at\":1448600000}              | 400 invalid-field     | at",
                "{\"at\":\"2015-11-27\"}          | 400 invalid-field     | at",
                "{\"text\":5}                     | 400 invalid-field     | text",
                "{\"text\":{}}                    | 400 invalid-field     | text",
                "{\"text\":\"a\\u0000b\"}         | 400 invalid-field     | text",
                "{\"text\":\"a\\ud800b\"}         | 400 invalid-field     | text",
                "{\"lines\":{}}                   | 400 invalid-field     | lines",
            })
    void aBodyThatIsNotWhatTheCallTakes(String body, String code, String field) {
        Caller.Answer answer = platform().post(NOTES, body);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("errors").path(0).path("field").asText(null))
                .isEqualTo(field);
        assertThat(answer.body()).doesNotContain("org.tradeassurance", "java.", "jackson");
    }

    @Test
    void deepNestingIsRefused() {
        String body = "{\"lines\":[".repeat(200) + "]}".repeat(200);
        assertThat(platform().post(NOTES, body).code()).isEqualTo("400 malformed-request");
    }

    @Test
    void valuesOfTheContractAreRead() {
        String body = """
                {"amount":"14.00","count":3,"flag":true,"party":"BUYER","day":"2015-11-27","at":"2015-12-12T02:00:00Z","text":"😀","lines":[{}]}""";
        assertThat(platform().post(NOTES, body).status()).isEqualTo(201);
    }

    @Test
    void aWrongFieldIsExplainedInTheCallersLanguage() {
        Caller.Answer answer = platform().with("Accept-Language", "zh").post(NOTES, "{\"amount\":14}");
        assertThat(answer.json().path("errors").path(0).path("message").asText())
                .contains("金额");
    }

    @Test
    void methodsMediaTypesAndHeaders() {
        Caller.Answer method = platform().send("PATCH", NOTES, "{}");
        assertThat(method.code()).isEqualTo("405 method-not-allowed");
        assertThat(method.header("Allow")).contains("GET", "POST", "PUT", "DELETE");
        assertThat(platform()
                        .with("Content-Type", "text/plain")
                        .post(NOTES, "{}")
                        .code())
                .isEqualTo("415 unsupported-media-type");
        assertThat(platform()
                        .with("Accept", "application/xml")
                        .post(NOTES, "{}")
                        .code())
                .isEqualTo("406 not-acceptable");
        assertThat(platform().send("PUT", NOTES, "{}").code()).isEqualTo("428 if-match-missing");
        assertThat(platform().with("If-Match", "\"1\"").send("PUT", NOTES, "{}").status())
                .isEqualTo(200);
    }

    @Test
    void limitsOfLists() {
        assertThat(platform().get(NOTES).json().path("limit").asInt()).isEqualTo(50);
        assertThat(platform().get(NOTES + "?limit=200").json().path("limit").asInt())
                .isEqualTo(200);
        for (String limit : new String[] {"0", "201", "-1", "x", "1.5"}) {
            assertThat(platform().get(NOTES + "?limit=" + limit).code()).isEqualTo("400 invalid-field");
        }
        assertThat(platform().get(NOTES + "?cursor=%25%25").code()).isEqualTo("400 invalid-field");
        assertThat(platform().get(NOTES + "?cursor=%00").code()).isEqualTo("400 malformed-request");
    }

    @Test
    void brokenJsonSaysWhere() {
        Caller.Answer answer = platform().post(NOTES, "{\"text\":\"a\",\n \"count\": }");
        assertThat(answer.code()).isEqualTo("400 malformed-request");
        assertThat(answer.json().path("detail").asText()).contains("line 2, column");
        assertThat(platform()
                        .post(NOTES, "{\"text\":\"a\"")
                        .json()
                        .path("detail")
                        .asText())
                .contains("line 1, column");
    }

    @Test
    void anAddressThatIsNotPlainIsToldSoAndNotThatItsJsonIsBroken() {
        for (String path : new String[] {"/api/v1//orders", "/api/v1/orders;x=1"}) {
            Caller.Answer answer = platform().get(path);
            assertThat(answer.code()).as(path).isEqualTo("400 malformed-request");
            assertThat(answer.json().path("detail").asText()).as(path).contains("address");
        }
    }

    @Test
    void aMethodThatThereIsNotIsToldSo() {
        assertThat(platform().send("PROPFIND", NOTES, null).code()).isEqualTo("405 method-not-allowed");
    }

    /** The client of the JDK sends no such header: the bytes are written as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key: 订单-1", "Idempotency-Key: clé", "Idempotency-Key: k-1\r\nX-Note: 订单"})
    void aHeaderThatIsNoAsciiIsRefusedOrPassedOverNeverAFailure(String header) throws IOException {
        String login = Base64.getEncoder().encodeToString("platform:sandbox".getBytes(UTF_8));
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + NOTES
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                                    + login + "\r\nContent-Type: application/json\r\n" + header
                                    + "\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 (400|201) .*");
            if (answer.startsWith("HTTP/1.1 400")) {
                assertThat(answer).contains("\"code\":\"malformed-request\"");
            }
        }
    }

    @Test
    void aKeyInProgressSaysWhenToComeAgain() throws Exception {
        Caller same = platform().key(UUID.randomUUID().toString());
        CountDownLatch release = notes.holdNext();
        CompletableFuture<Caller.Answer> held =
                CompletableFuture.supplyAsync(() -> same.post(NOTES, "{\"then\":\"hold\"}"));
        try {
            notes.awaitEntered();
            Caller.Answer second = same.post(NOTES, "{\"then\":\"hold\"}");
            assertThat(second.code()).isEqualTo("409 idempotency-key-in-progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
        } finally {
            release.countDown();
            held.join();
        }
    }
}
