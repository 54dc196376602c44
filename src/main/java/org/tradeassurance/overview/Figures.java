package org.tradeassurance.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.overview.Overview.Due;
import org.tradeassurance.overview.Overview.MoneyFigures;
import org.tradeassurance.overview.Overview.OpenCases;
import org.tradeassurance.overview.Overview.Phase;
import org.tradeassurance.overview.Overview.QuotaInUse;
import org.tradeassurance.overview.Overview.Unmatched;
import org.tradeassurance.overview.Trend.TrendDay;

/** Reads the figures, each from an index that holds what it sums (decision 0055). */
@Repository
class Figures {

    private static final String PHASES = """
            with phases as (
                select status, count(*) as orders, sum(total) as total, percentile_cont(0.5) within group (order by days) as median,
                       percentile_cont(0.9) within group (order by days) as p90
                  from (select status, total, case when status not in ('COMPLETED', 'CLOSED')
                               then greatest(0, extract(epoch from :now - status_since) / 86400)::float8 end as days
                          from trade_order) standing
                 group by status)
            select status, coalesce(orders, 0) as orders, coalesce(total, 0) as total, round(median::numeric, 2) as median_days,
                   round(p90::numeric, 2) as p90_days
              from unnest(string_to_array(:statuses, ' ')) with ordinality statuses (status, place)
              left join phases using (status)
             order by place
            """;

    private static final String DUE = """
            with due as (
                select next_due as kind,
                       case when next_due_at <= :now then 'OVERDUE' when next_due_at <= :today then 'TODAY'
                            when next_due_at <= :inThreeDays then '3_DAYS' else '7_DAYS' end as bucket,
                       count(*) as orders, sum(total) as total
                  from trade_order
                 where next_due_at <= :inSevenDays
                 group by 1, 2)
            select kind, bucket, coalesce(orders, 0) as orders, coalesce(total, 0) as total
              from unnest(array['PAYMENT', 'SHIPMENT', 'BALANCE', 'RECEIPT']) with ordinality kinds (kind, k)
              cross join unnest(array['OVERDUE', 'TODAY', '3_DAYS', '7_DAYS']) with ordinality buckets (bucket, b)
              left join due using (kind, bucket)
             order by k, b
            """;

    private static final String UNMATCHED = """
            with unmatched as (
                select case when notified_at >= :aDayAgo then '1_DAY' when notified_at >= :threeDaysAgo then '3_DAYS'
                            when notified_at >= :sevenDaysAgo then '7_DAYS' else 'OLDER' end as bucket,
                       count(*) as count, sum(amount) filter (where currency = 'USD') as amount
                  from remittance
                 where state in ('SUSPENSE', 'PARKED')
                 group by 1)
            select bucket, coalesce(count, 0) as count, coalesce(amount, 0) as amount
              from unnest(array['1_DAY', '3_DAYS', '7_DAYS', 'OLDER']) with ordinality buckets (bucket, b)
              left join unmatched using (bucket)
             order by b
            """;

    private static final String PENDING = """
            select coalesce(sum(amount) filter (where currency = 'USD'), 0) as amount from remittance where state = 'PENDING'
            """;

    private static final String REFUND_DUE = """
            select coalesce(sum(amount) filter (where currency = 'USD'), 0) as amount from refund where paid_at is null
            """;

    private static final String HELD = """
            select coalesce(sum(deposit_received + balance_received), 0) as amount
              from trade_order
             where status in ('AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP', 'AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE',
                              'AWAITING_RECEIPT')
            """;

    private static final String QUOTA = """
            select supplier_id, quota_limit, quota_frozen
              from supplier
             where quota_limit > 0
             order by quota_frozen / quota_limit desc, supplier_id
            """;

    private static final String DISPUTES =
            "select count(*) as open, min(opened_at) as oldest_at from dispute where outcome is null";

    private static final String COMPLAINTS =
            "select count(*) as open, min(filed_at) as oldest_at from complaint where state = 'OPEN'";

    private static final String TREND = """
            select :first::date + n as date,
                   (select count(*) from trade_order where created_at >= starts and created_at < ends) as opened,
                   (select count(*) from trade_order where completed_at >= starts and completed_at < ends) as completed,
                   (select count(*) from trade_order where closed_at >= starts and closed_at < ends) as closed
              from generate_series(0, :last) n
              cross join lateral (select (:first::date + n)::timestamp at time zone 'Asia/Shanghai' as starts,
                                         (:first::date + n + 1)::timestamp at time zone 'Asia/Shanghai' as ends) day
             order by n
            """;

    private static final String STATUSES =
            Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.joining(" "));

    private final JdbcClient jdbc;
    private final OpenTasks tasks;

    Figures(JdbcClient jdbc, OpenTasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** All of one moment: what a command changes meanwhile is in all of them, or in none. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Overview read(Instant now) {
        Bounds bounds = new Bounds(now);
        return new Overview(
                now,
                jdbc.sql(PHASES)
                        .params(bounds.parameters())
                        .param("statuses", STATUSES)
                        .query(Phase.class)
                        .list(),
                list(DUE, bounds, Due.class),
                new MoneyFigures(list(UNMATCHED, bounds, Unmatched.class), sum(PENDING), sum(REFUND_DUE), sum(HELD)),
                tasks.byDesk(now),
                jdbc.sql(QUOTA).query(Figures::quota).list(),
                jdbc.sql(DISPUTES).query(OpenCases.class).single(),
                jdbc.sql(COMPLAINTS).query(OpenCases.class).single());
    }

    Trend trend(Instant now) {
        LocalDate first = BusinessTime.dateOf(now).minusDays(Trend.DAYS - 1L);
        return new Trend(jdbc.sql(TREND)
                .param("first", first)
                .param("last", Trend.DAYS - 1)
                .query(TrendDay.class)
                .list());
    }

    /** Suppliers may be many, so that their rows are read without looking for names. */
    private static QuotaInUse quota(ResultSet row, int number) throws SQLException {
        return new QuotaInUse(row.getString(1), new Money(row.getBigDecimal(2)), new Money(row.getBigDecimal(3)));
    }

    private <T> List<T> list(String sql, Bounds bounds, Class<T> row) {
        return jdbc.sql(sql).params(bounds.parameters()).query(row).list();
    }

    private Money sum(String sql) {
        return jdbc.sql(sql).query(Money.class).single();
    }
}
