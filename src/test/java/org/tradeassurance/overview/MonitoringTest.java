package org.tradeassurance.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.tradeassurance.acceptance.AcceptanceTest;

/** Monitoring is told the overview's figures; what dashboard and alert rules ask for is there. */
@AutoConfigureObservability(tracing = false)
class MonitoringTest extends AcceptanceTest {

    private static final Pattern METRIC = Pattern.compile("trade_assurance_\\w+");

    @Autowired
    OverviewMetrics metrics;

    private String scrape() throws IOException, InterruptedException {
        metrics.tell();
        String login = Base64.getEncoder().encodeToString("platform:sandbox".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/actuator/prometheus"))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    @DisplayName("UI-03: a metric says what the overview says")
    void metricsAreTheFigures() throws Exception {
        ok(platform.post("/sandbox/reset", "{\"now\": \"2015-11-01T01:00:00Z\"}"));
        supplier(supplier, "CN", "200000.00", true);
        agreed(draft());
        remit("LOST", "79999999999999", "125.50", "TT");
        assertThat(scrape().lines())
                .contains(
                        "trade_assurance_orders{status=\"AWAITING_DEPOSIT\"} 1.0",
                        "trade_assurance_orders_amount_dollars{status=\"AWAITING_DEPOSIT\"} 40000.0",
                        "trade_assurance_unmatched_amount_dollars{bucket=\"1_DAY\"} 125.5",
                        "trade_assurance_tasks_open{desk=\"finance-desk\"} 1.0",
                        "trade_assurance_quota_limit_dollars{supplier=\"%s\"} 200000.0".formatted(supplier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void whatMonitoringAsksForIsThere(String file) throws Exception {
        Set<String> told = names(scrape());
        assertThat(names(Files.readString(Path.of("src/docs/monitoring", file))))
                .isNotEmpty()
                .isSubsetOf(told);
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
