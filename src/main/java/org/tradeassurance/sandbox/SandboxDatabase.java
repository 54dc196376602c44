package org.tradeassurance.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.tradeassurance.start.StartRefused;

/** The sandbox's own PostgreSQL server: durable, one folder, started before the engine and stopped after it. */
final class SandboxDatabase implements AutoCloseable {

    /** What makes a commit survive a crash; the embedded server's own defaults do not. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String NEW = "postgres-new-";

    private final Path data;
    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    private SandboxDatabase(Path data, FileChannel lockFile, EmbeddedPostgres server) {
        this.data = data;
        this.lockFile = lockFile;
        this.server = server;
    }

    /**
     * Starts the server on a folder, new or used before.
     *
     * @param port 0 for a free one
     * @throws StartRefused if the folder or the port is taken, or cannot be used
     */
    static SandboxDatabase start(Path data, int port) throws IOException {
        Path folder = folder(data);
        FileChannel lockFile = lock(folder);
        try {
            Path cluster = folder.resolve("postgres");
            LeftServer.stop(cluster);
            requireFree(port);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                create(folder, cluster);
            }
            EmbeddedPostgres server = server(cluster, port);
            SandboxDatabase database = new SandboxDatabase(folder, lockFile, server);
            database.assertDurable();
            return database;
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static Path folder(Path data) throws IOException {
        try {
            return Files.createDirectories(data.toAbsolutePath().normalize()).toRealPath();
        } catch (FileSystemException e) {
            throw new StartRefused(
                    "Name another folder in trade-assurance.sandbox.data, this one cannot be used: " + e, e);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "Name another port in trade-assurance.sandbox.database-port, %d cannot be used: %s"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new StartRefused(
                    "Another running copy works in %s: stop it, or name another folder in trade-assurance.sandbox.data"
                            .formatted(folder));
        }
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Made beside and moved into place, so that a start that was cut short leaves nothing half-made. */
    private static void create(Path folder, Path cluster) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, NEW + "*")) {
            for (Path leftover : leftovers) {
                LeftServer.stop(leftover);
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
        FileSystemUtils.deleteRecursively(cluster);
        Path fresh = Files.createTempDirectory(folder, NEW);
        server(fresh, 0).close();
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres server(Path cluster, int port) throws IOException {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // The application context stops it, after the engine.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPort(port);
        if (System.getProperty("os.name").startsWith("Linux")) {
            // Words of any language are found by index; other systems do not know this locale.
            server.setLocaleConfig("lc-ctype", "C.UTF-8");
        }
        DURABLE.forEach(setting -> server.setServerConfig(setting, "on"));
        return server.start();
    }

    private void assertDurable() throws IOException {
        JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
        for (String setting : DURABLE) {
            String value = jdbc.sql("show " + setting).query(String.class).single();
            if (!value.equals("on")) {
                server.close();
                throw new StartRefused("The database would lose commits: %s is %s".formatted(setting, value));
            }
        }
    }

    Path data() {
        return data;
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }
}
