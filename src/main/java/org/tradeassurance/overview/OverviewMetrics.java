package org.tradeassurance.overview;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.overview.Overview.DeskTasks;
import org.tradeassurance.overview.Overview.Due;
import org.tradeassurance.overview.Overview.OpenCases;
import org.tradeassurance.overview.Overview.Phase;
import org.tradeassurance.overview.Overview.QuotaInUse;
import org.tradeassurance.overview.Overview.Unmatched;

/** The overview's figures as metrics: read once in thirty seconds, however often and by whomever they are asked for. */
@Component
class OverviewMetrics {

    /** Those with the least left of their quota: a series for each supplier would be too many. */
    private static final int SUPPLIERS = 50;

    private final Figures figures;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    OverviewMetrics(Figures figures, Clock clock, MeterRegistry meters) {
        this.figures = figures;
        this.clock = clock;
        this.meters = meters;
    }

    /** What cannot be read is unknown rather than old: its series end. */
    @Scheduled(fixedDelay = 30, initialDelay = 0, timeUnit = TimeUnit.SECONDS)
    void tell() {
        Overview overview = null;
        try {
            overview = figures.read(clock.instant());
        } finally {
            if (overview == null) {
                gauges.values().forEach(gauge -> gauge.register(List.of(), true));
            }
        }
        orders(overview);
        money(overview.money());
        tasks(overview);
        rest(overview);
    }

    private void orders(Overview told) {
        Function<Phase, Tags> status = phase -> Tags.of("status", phase.status().name());
        set("orders", told.phases(), status, Phase::orders);
        set("orders.amount.dollars", told.phases(), status, phase -> dollars(phase.total()));
        set("orders.median.days", told.phases(), status, Phase::medianDays);
        set("orders.p90.days", told.phases(), status, Phase::p90Days);
        Function<Due, Tags> bucket = due -> Tags.of("kind", due.kind(), "bucket", due.bucket());
        set("due.orders", told.due(), bucket, Due::orders);
        set("due.amount.dollars", told.due(), bucket, due -> dollars(due.total()));
    }

    private void money(Overview.MoneyFigures money) {
        Function<Unmatched, Tags> bucket = unmatched -> Tags.of("bucket", unmatched.bucket());
        set("unmatched.remittances", money.unmatched(), bucket, Unmatched::count);
        set("unmatched.amount.dollars", money.unmatched(), bucket, unmatched -> dollars(unmatched.amount()));
        Map<String, Money> sums =
                Map.of("pending", money.pending(), "refund-due", money.refundDue(), "held", money.held());
        set("money.dollars", sums.entrySet(), sum -> Tags.of("state", sum.getKey()), sum -> dollars(sum.getValue()));
    }

    private void tasks(Overview told) {
        Function<DeskTasks, Tags> desk = tasks -> Tags.of("desk", tasks.desk());
        set("tasks.open", told.tasks(), desk, DeskTasks::open);
        set("tasks.overdue", told.tasks(), desk, DeskTasks::overdue);
        set("tasks.unassigned", told.tasks(), desk, DeskTasks::unassigned);
        set("tasks.oldest.seconds", told.tasks(), desk, tasks -> age(tasks.oldestAt(), told.at()));
    }

    private void rest(Overview told) {
        List<QuotaInUse> fullest = told.quota().stream().limit(SUPPLIERS).toList();
        Function<QuotaInUse, Tags> supplier = quota -> Tags.of("supplier", quota.supplierId());
        set("quota.limit.dollars", fullest, supplier, quota -> dollars(quota.limit()));
        set("quota.frozen.dollars", fullest, supplier, quota -> dollars(quota.frozen()));
        Map<String, OpenCases> cases = Map.of("dispute", told.disputes(), "complaint", told.complaints());
        Function<Map.Entry<String, OpenCases>, Tags> kind = one -> Tags.of("kind", one.getKey());
        set("cases.open", cases.entrySet(), kind, one -> one.getValue().open());
        set(
                "cases.oldest.seconds",
                cases.entrySet(),
                kind,
                one -> age(one.getValue().oldestAt(), told.at()));
    }

    /** A row without a number has a series that says so. */
    private <T> void set(
            String name, Collection<T> rows, Function<T, Tags> tags, Function<T, @Nullable Number> number) {
        gauges.computeIfAbsent(
                        name,
                        key -> MultiGauge.builder("trade.assurance." + key).register(meters))
                .register(
                        rows.stream()
                                .map(row -> MultiGauge.Row.of(tags.apply(row), orNaN(number.apply(row))))
                                .toList(),
                        true);
    }

    private static Number orNaN(@Nullable Number number) {
        return number == null ? Double.NaN : number;
    }

    private static double dollars(Money money) {
        return money.amount().doubleValue();
    }

    private static double age(@Nullable Instant since, Instant now) {
        return since == null ? 0 : Duration.between(since, now).toSeconds();
    }
}
