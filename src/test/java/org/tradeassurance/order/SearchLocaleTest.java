package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database made with one locale and one with another: what the start says about them (UI-04). */
@ExtendWith(OutputCaptureExtension.class)
class SearchLocaleTest {

    @Test
    @DisplayName("a database that cannot index Chinese words is named at start with the remedy; one that can is not")
    void theStartNamesALocaleWithoutChinese(CapturedOutput output) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .start()) {
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database good template template0 lc_ctype 'C.UTF-8'")
                    .update();
            for (String name : List.of("good", "postgres")) {
                JdbcClient jdbc = JdbcClient.create(server.getDatabase("postgres", name));
                jdbc.sql("create extension pg_trgm").update();
                assertThat(output.getAll()).doesNotContain("without an index");
                SearchLocale locale = new SearchLocale(jdbc);
                locale.warn();
                assertThat(locale.indexesEveryLanguage()).isEqualTo(name.equals("good"));
            }
            assertThat(output.getAll()).contains("lc_ctype is C.").contains("C.UTF-8");
        }
    }
}
