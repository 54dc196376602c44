package org.tradeassurance.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived its application, as after kill -9. */
final class LeftServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftServer.class);
    private static final int SECONDS_TO_STOP = 20;

    private LeftServer() {}

    /** Stops the server that still works in a folder, and clears away the note of one that does not. */
    static void stop(Path folder) throws IOException {
        Path note = folder.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        if (!lines.isEmpty()) {
            ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> worksIn(folder, process))
                    .ifPresent(LeftServer::stop);
        }
        Files.deleteIfExists(note);
    }

    /** The number in the note may belong to any process by now. */
    private static boolean worksIn(Path folder, ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        return postgres
                && process.info()
                        .commandLine()
                        .map(line -> line.contains(folder.toString()))
                        .orElse(true);
    }

    private static void stop(ProcessHandle server) {
        LOG.info("Stopping the database server {} that an earlier run left behind", server.pid());
        try {
            // SIGINT asks for a fast shutdown; SIGTERM, all that Java can send, waits for clients to leave.
            if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")
                    || new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                                    .start()
                                    .waitFor()
                            != 0) {
                server.destroy();
            }
            server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the left database server stops", e);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The database server %d does not stop".formatted(server.pid()), e);
        }
    }
}
