package org.tradeassurance.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Whatever we refuse to start with is said in one sentence that names the setting, without a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
    static class Settings {

        @Bean
        @Profile("number")
        String number(@Value("${trade-assurance.number}") int number) {
            return "number " + number;
        }

        @Bean
        @Profile("refused")
        String refused() {
            throw new StartRefused("Set trade-assurance.word to another one.");
        }

        @Bean
        @Profile("database")
        String database(@Value("${sql.state}") String state) throws SQLException {
            throw new SQLException("Connection refused", state);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refused  | x=1                          | Set trade-assurance.word to another one.
            number   | x=1                          | Set trade-assurance.number: it has no value
            number   | trade-assurance.number=many  | Set trade-assurance.number to another value: "many" is no int.
            number   | trade-assurance.number=${NO} | Set NO: it has no value
            database | sql.state=08001              | The database cannot be used, look at spring.datasource.url
            database | sql.state=28P01              | The database cannot be used, look at spring.datasource.url
            database | sql.state=3D000              | The database cannot be used, look at spring.datasource.url
            """)
    void isSaidInASentence(String profile, String setting, String sentence, CapturedOutput output) {
        SpringApplication application = application(profile);
        assertThatThrownBy(() -> application.run("--" + setting)).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START", sentence).doesNotContain("\tat ");
    }

    @Test
    void aFaultOfOursKeepsItsStackTrace(CapturedOutput output) {
        SpringApplication application = application("database");
        assertThatThrownBy(() -> application.run("--sql.state=42P01")).isNotNull();
        assertThat(output).contains("\tat ");
    }

    private static SpringApplication application(String profile) {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .profiles(profile, "sandbox")
                .build();
    }
}
