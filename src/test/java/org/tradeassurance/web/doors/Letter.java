package org.tradeassurance.web.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at another address of this machine, who may write into a request's head what no HTTP client would. */
class Letter {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?m)^Set-Cookie: ([^=]+)=([^;\r]*)");

    private final int port;
    private final InetAddress from;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String host = "localhost";
    private String version = "HTTP/1.1";

    /** @param from such as 127.0.0.9 */
    Letter(int port, String from) {
        try {
            this.port = port;
            this.from = InetAddress.getByName(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Letter to(String otherHost) {
        host = otherHost;
        return this;
    }

    Letter speaking(String otherVersion) {
        version = otherVersion;
        return this;
    }

    /** With the cookies of another. */
    Letter like(Letter other) {
        cookies.putAll(other.cookies);
        return this;
    }

    Letter withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** The status that {@code /api/v1/test/notes} answers to an account. */
    int call(String name, String password) {
        String pair = Base64.getEncoder().encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));
        return status(get("/api/v1/test/notes", "Authorization: Basic " + pair));
    }

    /** The answer to the form of the login page. */
    String login(String name, String password) {
        Matcher token = TOKEN.matcher(get("/login"));
        String csrf = token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        return send(
                "POST",
                "/login",
                "username=%s&password=%s&_csrf=%s"
                        .formatted(name, URLEncoder.encode(password, StandardCharsets.UTF_8), csrf),
                "Content-Type: application/x-www-form-urlencoded");
    }

    boolean comesIn(String name, String password) {
        String answer = login(name, password);
        return status(answer) == 302 && !answer.contains("/login?error");
    }

    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private String send(String method, String path, String body, String... headers) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(text(method, path, body, headers).getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            COOKIE.matcher(answer).results().forEach(cookie -> cookies.put(cookie.group(1), cookie.group(2)));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String method, String path, String body, String... headers) {
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
        return method + ' ' + path + ' ' + version + "\r\nHost: " + host + "\r\nConnection: close\r\n"
                + (sent.isEmpty() ? "" : "Cookie: " + sent + "\r\n")
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
