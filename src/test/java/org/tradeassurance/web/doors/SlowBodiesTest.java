package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.web.Caller;

/** Bodies that are announced and do not come: they hold up nobody but their own senders. */
@DoorTest
class SlowBodiesTest {

    private static final int MANY = 500;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @LocalServerPort
    int port;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void healthAndCallersAreServedWhileManyBodiesDoNotCome() throws IOException {
        Caller caller = Caller.as(port, "platform");
        Browser person = new Browser(port).login("supplier-desk", "sandbox");
        assertThat(caller.get("/api/v1/test/notes").status()).isEqualTo(200);
        for (int i = 0; i < MANY / 2; i++) {
            announce("/login", "");
            announce("/api/v1/orders", "Authorization: Basic bm9ib2R5Om5vYm9keQ==\r\n");
        }
        for (int i = 0; i < 5; i++) {
            soon(() -> Caller.anonymous(port).get("/actuator/health/liveness"), 200);
            soon(() -> caller.get("/api/v1/test/notes"), 200);
            soon(() -> caller.key(UUID.randomUUID().toString()).post("/api/v1/test/notes", "{\"text\":\"a\"}"), 201);
            soon(() -> person.get("/api/v1/orders"), 200);
        }
    }

    @Test
    void whoseBodyDoesNotComeIsToldSo() throws IOException {
        Socket socket = announce("/login", "");
        socket.setSoTimeout(20_000);
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 408").contains("request-timeout");
    }

    private static void soon(Supplier<Caller.Answer> call, int status) {
        long begin = System.nanoTime();
        assertThat(call.get().status()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }

    private Socket announce(String path, String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        String head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                %sContent-Type: application/x-www-form-urlencoded\r
                Content-Length: 100\r
                \r
                """.formatted(path, headers);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
