package org.tradeassurance.export;

import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.tradeassurance.start.StartRefused;

/** The export service by HTTP where its address is given; else the sandbox simulates it, and nobody else starts without one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportServiceSettings.class)
class ExportServiceConfiguration {

    @Bean
    ExportService exportService(
            ExportServiceSettings settings,
            RestClient.Builder http,
            ExportOrders exportOrders,
            Environment environment) {
        String url = settings.url();
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        if (url != null && !url.isBlank()) {
            settings.requireAddress();
            if (!sandbox) {
                settings.requireSafe();
            }
            return http(settings, http.baseUrl(url));
        }
        if (sandbox) {
            return new SimulatedExportService(exportOrders);
        }
        throw new StartRefused("Set trade-assurance.export-service.url to the address of the export service.");
    }

    static ExportService http(ExportServiceSettings settings, RestClient.Builder http) {
        // Without an attempt to upgrade to HTTP/2, which servers behind plain HTTP take badly.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.readTimeout());
        String token = settings.token();
        if (token != null && !token.isBlank()) {
            http.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return new HttpExportService(http.requestFactory(requests).build());
    }
}
