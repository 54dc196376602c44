package org.tradeassurance.export;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the export service is and how long it may take.
 *
 * @param url base address; the sandbox simulates the service where none is given
 * @param token sent as a bearer token where one is given
 */
@ConfigurationProperties("trade-assurance.export-service")
record ExportServiceSettings(
        @Nullable String url,
        @Nullable String token,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalStateException if contracts and the token could be read on their way: plain http stays on this machine */
    void requireSafe() {
        URI address = URI.create(String.valueOf(url).strip());
        boolean safe = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        boolean here = "http".equalsIgnoreCase(address.getScheme())
                && THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (!safe && !here) {
            throw new IllegalStateException("Set trade-assurance.export-service.url to an https address");
        }
    }
}
