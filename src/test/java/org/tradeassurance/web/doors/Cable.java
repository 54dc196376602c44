package org.tradeassurance.web.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** What lies between the application and its database: it can go silent, be cut, or lose the next reply. */
public class Cable implements AutoCloseable {

    public enum State {
        WHOLE,
        SILENT,
        CUT,
        LOSES_REPLY
    }

    private static final int PAUSE_IN_NANOS = 5_000_000;

    private final ServerSocket end;
    private final int database;

    private volatile State state = State.WHOLE;

    Cable(int database) {
        this.database = database;
        try {
            end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return end.getLocalPort();
    }

    public void become(State next) {
        state = next;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket client = end.accept();
                if (state == State.CUT) {
                    client.close();
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                    start(() -> carry(client, server, false));
                    start(() -> carry(server, client, true));
                }
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean replies) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0 && state != State.CUT; length = in.read(buffer)) {
                while (state == State.SILENT) {
                    LockSupport.parkNanos(PAUSE_IN_NANOS);
                }
                if (replies && state == State.LOSES_REPLY) {
                    state = State.WHOLE;
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // One side has hung up; so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        state = State.CUT;
        end.close();
    }
}
