package org.tradeassurance.order;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every view {@code inv_*} each five minutes; a row there is a violated invariant, shown in health, metrics and log. */
@Component
class Invariants implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Invariants.class);
    private static final int ROWS_LOGGED = 10;
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final MultiGauge gauge;

    private volatile @Nullable Map<String, Long> violations;

    /** The views read whole tables: that may take longer than a command may. */
    Invariants(DataSource pool, MeterRegistry meters) {
        this.jdbc = JdbcClient.create(BesidePool.within(LONGEST_CHECK, pool));
        this.gauge = MultiGauge.builder("trade.assurance.invariant.violations")
                .description("Rows of each inv_* view; anything but 0 is a fault of the data")
                .register(meters);
    }

    /** A check that fails leaves the state unknown rather than old. */
    @Scheduled(fixedDelay = 5, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void check() {
        Map<String, Long> found = null;
        try {
            found = read();
        } finally {
            violations = found;
        }
        gauge.register(
                found.entrySet().stream()
                        .map(view -> MultiGauge.Row.of(Tags.of("view", view.getKey()), view.getValue()))
                        .toList(),
                true);
    }

    private Map<String, Long> read() {
        Map<String, Long> found = new TreeMap<>();
        for (String view : jdbc.sql("""
                        select table_name
                          from information_schema.views
                         where table_schema = current_schema() and table_name like 'inv\\_%'
                        """).query(String.class).list()) {
            long rows =
                    jdbc.sql("select count(*) from " + view).query(Long.class).single();
            found.put(view, rows);
            if (rows > 0) {
                LOG.error("Invariant {} is violated by {} rows, such as {}", view, rows, examples(view));
            }
        }
        return found;
    }

    private Object examples(String view) {
        return jdbc.sql("select * from " + view + " limit " + ROWS_LOGGED)
                .query()
                .listOfRows();
    }

    @Override
    public Health health() {
        Map<String, Long> found = violations;
        if (found == null) {
            return Health.unknown().build();
        }
        boolean hold = found.values().stream().allMatch(rows -> rows == 0);
        return (hold ? Health.up() : Health.down()).withDetails(found).build();
    }
}
