package org.tradeassurance.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends bytes as they are, also those that no HTTP client would send. */
public record Wire(int port) {

    private static final int PATIENCE_IN_MILLIS = 20_000;

    /** What came back; status 0 if the connection was closed without a word. */
    public record Answer(int status, String head, String body) {

        public boolean hasType(String type) {
            return head.toLowerCase(Locale.ROOT).contains("content-type: " + type);
        }

        public HttpHeaders headers() {
            Map<String, List<String>> headers = new HashMap<>();
            head.lines()
                    .skip(1)
                    .forEach(line ->
                            headers.put(line.replaceFirst(":.*", ""), List.of(line.replaceFirst("[^:]*: *", ""))));
            return HttpHeaders.of(headers, (name, value) -> true);
        }
    }

    /**
     * Sends a request whole, and reads on until the other side hangs up.
     *
     * @throws UncheckedIOException if no answer comes in time
     */
    public Answer send(String head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_IN_MILLIS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + head, e);
        }
    }

    private static Answer answer(String all) {
        if (!all.startsWith("HTTP/1.1 ")) {
            return new Answer(0, all, "");
        }
        int end = all.indexOf("\r\n\r\n");
        return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
    }
}
