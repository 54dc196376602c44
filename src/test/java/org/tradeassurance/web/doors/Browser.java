package org.tradeassurance.web.doors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.web.Caller;

/** A person's browser as far as we need it: keeps cookies, sends Camunda's token, finds the one in our form. */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Set<String> left = new HashSet<>();

    public Browser(int port) {
        this.port = port;
    }

    public Browser login(String name, String password) {
        Caller.Answer answer = submitLogin(name, password);
        if (answer.status() != 302 || answer.header("Location").contains("error")) {
            throw new AssertionError("No login: " + answer.status() + " " + answer.header("Location"));
        }
        return this;
    }

    Caller.Answer submitLogin(String name, String password) {
        Matcher token = TOKEN.matcher(get("/login").body());
        String csrf = token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        String form = "username=%s&password=%s&_csrf=%s".formatted(name, password, csrf);
        return post("/login", form, "application/x-www-form-urlencoded");
    }

    public Browser speaking(String language) {
        headers.put("Accept-Language", language);
        return this;
    }

    Browser key(String key) {
        headers.put("Idempotency-Key", key);
        return this;
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser without(String header) {
        left.add(header);
        return this;
    }

    public Caller.Answer get(String path) {
        return remember(caller().get(path));
    }

    public Caller.Answer json(String method, String path, @Nullable String body) {
        return remember(caller().send(method, path, body));
    }

    Caller.Answer post(String path, String body, String type) {
        return remember(caller().with("Content-Type", type).post(path, body));
    }

    private Caller caller() {
        Caller caller = Caller.anonymous(port);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            caller = caller.with(header.getKey(), header.getValue());
        }
        if (!cookies.isEmpty()) {
            caller = caller.with(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        return token == null || left.contains("X-XSRF-TOKEN") ? caller : caller.with("X-XSRF-TOKEN", token);
    }

    private Caller.Answer remember(Caller.Answer answer) {
        for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return answer;
    }
}
