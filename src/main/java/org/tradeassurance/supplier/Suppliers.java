package org.tradeassurance.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Refusal;

/** The stored suppliers. What is frozen of their quota is changed by the quota ledger alone. */
@Repository
class Suppliers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Suppliers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Optional<SupplierView> find(String supplierId) {
        return jdbc.sql("""
                        select s.*,
                               (select coalesce(sum(p.points), 0) from points_entry p where p.supplier_id = s.supplier_id) as points,
                               (select count(*) from complaint c where c.supplier_id = s.supplier_id
                                   and c.kind = 'UNREASONABLE_REFUSAL' and c.state = 'UPHELD') as upheld_refusals,
                               o.completed, o.volume, o.on_time_rate, o.rating
                          from supplier s
                          cross join lateral (
                               select count(*) filter (where o.status = 'COMPLETED') as completed,
                                      coalesce(sum(o.total) filter (where o.status = 'COMPLETED'), 0) as volume,
                                      round(100.0 * count(*) filter (where o.on_time) / nullif(count(o.on_time), 0), 1) as on_time_rate,
                                      round(avg(f.rating), 1) as rating
                                 from trade_order o left join feedback f using (order_no)
                                where o.supplier_id = s.supplier_id) o
                         where s.supplier_id = :supplierId
                        """)
                .param("supplierId", supplierId)
                .query(Suppliers::view)
                .optional();
    }

    /**
     * A supplier with its board.
     *
     * @throws Refusal {@code not-found} for an unknown supplier, and for any but itself to a supplier's account
     */
    SupplierView view(String supplierId) {
        String own = Account.current().supplierId();
        return find(supplierId)
                .filter(found -> own == null || own.equals(supplierId))
                .orElseThrow(Refusal::notFound);
    }

    /** What the platform says about a supplier; the limit is in US dollars. */
    record Registration(String name, SupplierView.Region region, Money quotaLimit, boolean assuranceActive) {}

    /** What came of a registration. */
    enum Stored {
        CREATED,
        CHANGED,
        BELOW_FROZEN
    }

    /** Creates a supplier or changes it; activated anew where the service was not active before (AMB-30). */
    Stored put(String supplierId, Registration registration) {
        Optional<Boolean> created = jdbc.sql("""
                        insert into supplier as s (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                        values (:supplierId, :name, :region, :assuranceActive, :quotaLimit, :now)
                            on conflict (supplier_id) do update
                           set name = excluded.name, region = excluded.region, quota_limit = excluded.quota_limit,
                               assurance_active = excluded.assurance_active,
                               activated_at = case when excluded.assurance_active and not s.assurance_active
                                              then excluded.activated_at else s.activated_at end
                         where s.quota_frozen <= excluded.quota_limit
                        returning xmax = 0
                        """)
                .param("supplierId", supplierId)
                .param("name", registration.name())
                .param("region", registration.region().name())
                .param("assuranceActive", registration.assuranceActive())
                .param("quotaLimit", registration.quotaLimit().amount())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional();
        return created.map(isNew -> isNew ? Stored.CREATED : Stored.CHANGED).orElse(Stored.BELOW_FROZEN);
    }

    Money frozen(String supplierId) {
        return jdbc.sql("select quota_frozen from supplier where supplier_id = :supplierId")
                .param("supplierId", supplierId)
                .query((row, i) -> new Money(row.getBigDecimal("quota_frozen")))
                .single();
    }

    @EventListener
    void on(SupplierSteps.Trades trades) {
        jdbc.sql("""
                        update supplier
                           set last_effective_at = greatest(last_effective_at, :at)
                         where supplier_id = :supplierId
                        """)
                .param("at", trades.at().atOffset(ZoneOffset.UTC))
                .param("supplierId", trades.supplierId())
                .update();
    }

    private static SupplierView view(ResultSet row, int rowNumber) throws SQLException {
        Money limit = new Money(row.getBigDecimal("quota_limit"));
        Money frozen = new Money(row.getBigDecimal("quota_frozen"));
        return new SupplierView(
                row.getString("supplier_id"),
                row.getString("name"),
                SupplierView.Region.valueOf(row.getString("region")),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("assurance_active"),
                new SupplierView.Quota(limit, frozen, limit.minus(frozen)),
                row.getInt("points"),
                row.getInt("completed"),
                SupplierView.bucket(row.getBigDecimal("volume")),
                row.getBigDecimal("on_time_rate"),
                row.getBigDecimal("rating"),
                instant(row.getObject("last_effective_at", OffsetDateTime.class)),
                row.getInt("upheld_refusals"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
