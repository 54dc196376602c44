package org.tradeassurance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.tradeassurance.fuzz.Description.Operation;

/** What stands around a body: the address and the headers, now and then such as nobody should send. */
record Surroundings(Mutation chance, List<String> orders) {

    private static final List<String> PATHS = List.of(
            "7005859056811",
            "700585905681141",
            "%2F",
            "a%2Fb",
            "%00",
            "..",
            "%2e%2e",
            ";x=1",
            "%D9%A1%D9%A2%D9%A3",
            "%EF%BC%91".repeat(14),
            "-1",
            "0",
            "2147483648",
            "99999999999999999999",
            "x".repeat(300),
            "%F0%9F%98%80",
            "%ff",
            "%20",
            "'",
            "null");

    private static final List<String> QUERIES = List.of(
            "0",
            "-1",
            "1",
            "200",
            "201",
            "x",
            "",
            "%00",
            "%ff",
            "99999999999999999999",
            "1.5",
            "AWAITING_DEPOSIT",
            "S-1001",
            "eyJhIjoxfQ%3D%3D",
            "%27%20or%201%3D1--",
            "DEPOSIT",
            "%F0%9F%98%80",
            "%D9%A1",
            "a".repeat(3_000),
            "%25",
            "70000000000001");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "x",
            "application/json; charset=utf-16",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "*/*",
            "");

    private static final List<String> KEYS =
            List.of("", " ", "k".repeat(256), "k".repeat(255), "schlüssel", "a b", "\u0001");

    private static final List<String> TAGS =
            List.of("*", "\"1\"", "1", "\"", "W/\"1\"", "\"99999999999\"", "é", "\"1\", \"2\"", "");

    private static final List<String> PREFERENCES =
            List.of("wait=abc", "wait=-1", "wait=", "wait=\"", "return=minimal", "é", "wait=1;wait=2");

    private static final List<String> LANGUAGES =
            List.of("zh", "zh-CN,en;q=0.5", "*", "x".repeat(500), "en;q=2", ";;", "é", "");

    private static final List<String> ACCEPTED =
            List.of("*/*", "application/json", "text/html", "application/xml", "x", "");

    private static final List<String> LOGINS = List.of(
            "Basic", "Basic !!!", "Basic " + "A".repeat(3_000), "Bearer x.y.z", "é", "Basic Og==", "Basic AAAA");

    String target(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asText();
            String value = once(4) ? chance.pick(PATHS) : sensible(name, path);
            path = path.replace("{" + name + "}", value);
        }
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters("query")) {
            if (once(3)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(chance.pick(QUERIES));
            }
        }
        return path + query;
    }

    private String sensible(String name, String path) {
        return switch (name) {
            case "version" -> "1";
            case "exportOrderNo" -> "185002-0001";
            default -> path.contains("/suppliers/") ? "S-1001" : chance.pick(orders);
        };
    }

    String headers(String account, byte[] body) {
        boolean odd = once(5);
        StringBuilder headers = new StringBuilder();
        headers.append(odd && once(6) ? "Authorization: " + chance.pick(LOGINS) + "\r\n" : login(account));
        add(headers, "Content-Type", odd ? chance.pick(TYPES) : "application/json");
        add(
                headers,
                "Idempotency-Key",
                odd ? chance.pick(KEYS) : "k" + chance.chance().nextLong());
        if (once(2)) {
            add(headers, "If-Match", chance.pick(TAGS));
        }
        if (once(4)) {
            add(headers, "Prefer", chance.pick(PREFERENCES));
        }
        if (once(3)) {
            add(headers, "Accept-Language", chance.pick(LANGUAGES));
        }
        if (odd) {
            add(headers, "Accept", chance.pick(ACCEPTED));
        }
        add(headers, "Content-Length", Integer.toString(body.length));
        return headers.toString();
    }

    private boolean once(int in) {
        return chance.chance().nextInt(in) == 0;
    }

    private static void add(StringBuilder headers, String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
    }

    /** The header of a sandbox account's login; nothing for nobody. */
    static String login(String account) {
        byte[] pair = (account + ":sandbox").getBytes(StandardCharsets.UTF_8);
        return account.isEmpty()
                ? ""
                : "Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
    }
}
