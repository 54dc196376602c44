package org.tradeassurance.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tradeassurance.start.StartRefused;

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

    ExportServiceSettings {
        if (Stream.of(connectTimeout, readTimeout).anyMatch(time -> time.isNegative() || time.isZero())) {
            throw new StartRefused("Set trade-assurance.export-service.connect-timeout and .read-timeout above zero.");
        }
    }

    /** @throws StartRefused if contracts and the token could be read on their way: plain http stays on this machine */
    void requireSafe() {
        String address = String.valueOf(url).strip();
        String host = hostOf(address);
        boolean safe = host != null && address.toLowerCase(Locale.ROOT).startsWith("https:");
        boolean here = host != null && THIS_MACHINE.contains(host);
        if (!safe && !here) {
            throw new StartRefused("Set trade-assurance.export-service.url to an https address.");
        }
    }

    /** @throws StartRefused if that is no address at all */
    void requireAddress() {
        if (hostOf(String.valueOf(url).strip()) == null) {
            throw new StartRefused("Set trade-assurance.export-service.url to an http or https address.");
        }
    }

    private static @Nullable String hostOf(String address) {
        try {
            URI uri = new URI(address);
            return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())
                    ? uri.getHost()
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
