package org.tradeassurance.export;

import java.time.Duration;
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
        @DefaultValue("10s") Duration readTimeout) {}
