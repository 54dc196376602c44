package org.tradeassurance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.start.StartRefused;

/** The sandbox's database lasts: it survives the sudden death of its application, and never runs twice on a folder. */
class SandboxDatabaseTest {

    private final Path data;

    SandboxDatabaseTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void whatWasCommittedIsThereAfterTheApplicationWasKilled() throws Exception {
        long leftServer;
        Process application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().anyMatch(line -> line.equals(Application.READY)))
                    .isTrue();
            leftServer = server();
            application.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(leftServer)).as("the server outlives it").isPresent();

        try (SandboxDatabase database = SandboxDatabase.start(data, 0)) {
            assertThat(jdbc(database)
                            .sql("select note from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("committed");
            assertThat(ProcessHandle.of(leftServer).filter(ProcessHandle::isAlive))
                    .as("one server a folder")
                    .isEmpty();
        }
        assertThat(data.resolve("postgres/postmaster.pid")).as("stopped").doesNotExist();
    }

    @Test
    void aFolderServesOneRunningCopyAndTwoFoldersTwo(@TempDir Path other) throws IOException {
        try (SandboxDatabase one = SandboxDatabase.start(data, 0);
                SandboxDatabase two = SandboxDatabase.start(other, 0)) {
            assertThat(one.port()).isNotEqualTo(two.port());
            assertThatThrownBy(() -> SandboxDatabase.start(data, 0))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another running copy");
        }
    }

    @Test
    void aFolderThatWasLeftHalfMadeIsMadeAnew() throws IOException {
        Files.createDirectories(data.resolve("postgres-new-1/base"));
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (SandboxDatabase database = SandboxDatabase.start(data, 0)) {
            assertThat(jdbc(database).sql("show fsync").query(String.class).single())
                    .isEqualTo("on");
        }
        assertThat(data.resolve("postgres-new-1")).doesNotExist();
    }

    @Test
    @DisplayName("UI-04: the sandbox's own database has words of Chinese to index")
    @EnabledOnOs(OS.LINUX)
    void chineseNamesAreIndexed() throws IOException {
        try (SandboxDatabase database = SandboxDatabase.start(data, 0)) {
            JdbcClient jdbc = jdbc(database);
            jdbc.sql("create extension pg_trgm").update();
            assertThat(jdbc.sql("select cardinality(show_trgm('信用保障'))")
                            .query(Integer.class)
                            .single())
                    .isPositive();
        }
    }

    @Test
    void aNoteOfAServerLongGoneIsNoObstacle() throws IOException {
        SandboxDatabase.start(data, 0).close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        SandboxDatabase.start(data, 0).close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private long server() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    }

    private static JdbcClient jdbc(SandboxDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        return JdbcClient.create(source);
    }

    /** What is killed. */
    static final class Application {

        static final String READY = "committed, waiting for the end";

        private Application() {}

        public static void main(String[] arguments) throws Exception {
            SandboxDatabase database = SandboxDatabase.start(Path.of(arguments[0]), 0);
            jdbc(database)
                    .sql("create table kept as select 'committed' as note")
                    .update();
            System.out.println(READY);
            Thread.sleep(600_000);
        }
    }
}
