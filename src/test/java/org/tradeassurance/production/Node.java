package org.tradeassurance.production;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tradeassurance.TradeAssuranceApplication;

/** One process of the application, with the settings that an operator gives it. */
class Node implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started TradeAssuranceApplication");
    private static final long PATIENCE_IN_SECONDS = 240;

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Without the empty entry that a test run may end in: it would be the folder we stand in, with all models once more. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts and does not wait. */
    static Node start(Map<String, String> settings) {
        try {
            Path log = Files.createTempFile("node", ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath(),
                    TradeAssuranceApplication.class.getName(),
                    "--server.port=0"));
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Node(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves, and says where. */
    int port() {
        for (long waited = 0; waited < PATIENCE_IN_SECONDS * 5 && process.isAlive(); waited++) {
            String text = log();
            Matcher started = STARTED.matcher(text);
            if (started.find() && READY.matcher(text).find()) {
                return Integer.parseInt(started.group(1));
            }
            pause();
        }
        throw new AssertionError("Does not serve:\n" + log());
    }

    /** Waits until it has ended by itself, and gives what it said. */
    String lastWords() {
        try {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0) {
                throw new AssertionError("Started although it should not have:\n" + log());
            }
            return log();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
