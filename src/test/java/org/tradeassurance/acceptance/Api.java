package org.tradeassurance.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backend service that talks to the application over HTTP, as one account; each answer must be as the description says. */
public class Api {

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String code() {
            return body.path("code").asText();
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final @Nullable String account;

    /** Speaks as an account, or as nobody. */
    public Api(int port, @Nullable String account) {
        this.base = "http://127.0.0.1:" + port;
        this.account = account;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Answer post(String path, String body) {
        return post(path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Answer put(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A method that the contract may not know, with nothing in it. */
    Answer call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** What operators ask and do beside the contract. */
    public Answer actuator(String method, String path) {
        return send(at("/actuator/" + path).method(method, BodyPublishers.noBody()));
    }

    /** The OpenAPI description of the interface. */
    public JsonNode description() {
        return send(at("/v3/api-docs").GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        return at("/api/v1" + path);
    }

    private HttpRequest.Builder at(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
        if (account == null) {
            return request;
        }
        String login = Base64.getEncoder().encodeToString((account + ":sandbox").getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + login);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest sent = request.build();
            HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.headers(), body(response));
            Conformance.TO_THE_FILE.check(sent.method(), sent.uri().getRawPath(), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file as the bytes that came. */
    public byte[] file(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode body(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("json");
        return type.contains("json") ? json(response.body()) : TextNode.valueOf(response.body());
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + body, e);
        }
    }
}
