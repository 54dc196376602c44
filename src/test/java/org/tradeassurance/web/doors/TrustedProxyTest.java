package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A proxy before a real server: whom we take for the caller, what for our own address, and when we say that the proxy is not trusted. */
@ExtendWith(OutputCaptureExtension.class)
class TrustedProxyTest {

    private static final String WARNING = "Requests carry X-Forwarded-For, which is not trusted";

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class
    })
    @Import(PublicAddress.class)
    static class Server {

        @RestController
        static class Told {

            @GetMapping("/told")
            String told(HttpServletRequest request) {
                return request.getRemoteAddr() + " asks " + request.getRequestURL();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none                                                             | 127.0.0.1 | server.forward-headers-strategy to native
            native                                                           | 192.0.2.1 |
            native --server.tomcat.remoteip.internal-proxies=127[.].*        | 192.0.2.1 |
            native --server.tomcat.remoteip.internal-proxies=10[.].*         | 127.0.0.1 | server.tomcat.remoteip.internal-proxies
            """)
    void theCallerBehindAProxyIsKnownIfItIsTrusted(
            String strategy, String caller, @Nullable String remedy, CapturedOutput log) {
        String[] settings = ("--server.forward-headers-strategy=" + strategy
                        + " --trade-assurance.public-url=https://orders.example.com --server.port=0 --server.address=127.0.0.1")
                .split(" ", -1);
        try (var application = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Server.class).profiles("sandbox").run(settings)) {
            String answer = new Letter(application.getWebServer().getPort(), "127.0.0.1")
                    .to("elsewhere.example")
                    .get(
                            "/told",
                            "X-Forwarded-For: 192.0.2.1",
                            "X-Forwarded-Proto: http",
                            "X-Forwarded-Port: 8080",
                            "X-Forwarded-Host: elsewhere.example");
            assertThat(answer).endsWith(caller + " asks https://orders.example.com/told");
        }
        if (remedy == null) {
            assertThat(log).doesNotContain(WARNING);
        } else {
            assertThat(log).contains(WARNING, remedy);
        }
    }
}
