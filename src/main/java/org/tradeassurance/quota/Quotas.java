package org.tradeassurance.quota;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** The assurance quotas of suppliers. Frozen never exceeds the limit, and every change is one ledger entry (QTA-10). */
@Repository
public class Quotas {

    private final JdbcClient jdbc;
    private final Clock clock;

    Quotas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(QuotaSteps.Freeze freeze) {
        freeze(freeze.order(), freeze.amount(), freeze.reason());
    }

    @EventListener
    void on(QuotaSteps.Release release) {
        release(release.order(), release.amount(), release.reason());
    }

    /**
     * Freezes a part of the supplier's quota for an order (QTA-02). Parallel freezes of one supplier wait for each other.
     *
     * @param amount US dollars, above zero
     * @throws Refusal {@code quota-exceeded} with {@code free} and {@code required} if less is free (QTA-08)
     */
    public void freeze(Order order, Money amount, String reason) {
        Optional<BigDecimal> frozenAfter = jdbc.sql("""
                        update supplier
                           set quota_frozen = quota_frozen + :amount
                         where supplier_id = :supplierId and quota_frozen + :amount <= quota_limit
                        returning quota_frozen
                        """)
                .param("amount", amount.amount())
                .param("supplierId", order.parties().supplierId())
                .query(BigDecimal.class)
                .optional();
        if (frozenAfter.isEmpty()) {
            Money free = free(order.parties().supplierId());
            throw new Refusal(Problem.QUOTA_EXCEEDED, order.no(), free, amount)
                    .with("free", free)
                    .with("required", amount);
        }
        book(order, "FREEZE", amount, frozenAfter.get(), reason);
    }

    /**
     * Releases what an order holds or a part of it. The caller holds the order's lock and knows what is frozen, so nothing is released twice.
     *
     * @param amount US dollars, above zero
     */
    public void release(Order order, Money amount, String reason) {
        BigDecimal frozenAfter = jdbc.sql("""
                        update supplier
                           set quota_frozen = quota_frozen - :amount
                         where supplier_id = :supplierId
                        returning quota_frozen
                        """)
                .param("amount", amount.amount())
                .param("supplierId", order.parties().supplierId())
                .query(BigDecimal.class)
                .single();
        book(order, "RELEASE", amount, frozenAfter, reason);
    }

    /** What of a supplier's quota is free, in US dollars. */
    public Money free(String supplierId) {
        return new Money(jdbc.sql("select quota_limit - quota_frozen from supplier where supplier_id = :supplierId")
                .param("supplierId", supplierId)
                .query(BigDecimal.class)
                .single());
    }

    /** Whether something was frozen for the version in force, for this reason. */
    boolean hasFrozen(Order order, String reason) {
        return jdbc.sql("select exists (select from quota_entry where operation_key = :key)")
                .param("key", operationKey(order.no(), order.agreement().version(), "FREEZE", reason))
                .query(Boolean.class)
                .single();
    }

    private void book(Order order, String kind, Money amount, BigDecimal frozenAfter, String reason) {
        jdbc.sql("""
                        insert into quota_entry (operation_key, supplier_id, order_no, kind, amount, frozen_after,
                                                 contract_version, reason, actor, at)
                        values (:key, :supplierId, :orderNo, :kind, :amount, :frozenAfter, :version, :reason, :actor, :at)
                        """)
                .param("key", operationKey(order.no(), order.agreement().version(), kind, reason))
                .param("supplierId", order.parties().supplierId())
                .param("orderNo", order.no().value())
                .param("kind", kind)
                .param("amount", amount.amount())
                .param("frozenAfter", frozenAfter)
                .param("version", order.agreement().version())
                .param("reason", reason)
                .param("actor", Account.current().name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One freeze and one release for each version and reason: a booking delivered twice meets the unique key. */
    private static String operationKey(OrderNo no, int version, String kind, String reason) {
        return "%s:v%d:%s:%s".formatted(no, version, kind, reason);
    }

    /** The ledger of a supplier: one entry more than the page holds, newest first. */
    public List<QuotaEntry> entries(String supplierId, PageRequest page) {
        String after = page.after();
        return jdbc.sql("""
                        select id, at, order_no, kind, amount, frozen_after, reason
                          from quota_entry
                         where supplier_id = :supplierId and (:after::bigint is null or id < :after)
                         order by id desc
                         limit :limit
                        """)
                .param("supplierId", supplierId)
                .param("after", after == null ? null : Long.valueOf(after))
                .param("limit", page.limit() + 1)
                .query((row, i) -> new QuotaEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new OrderNo(row.getString("order_no")),
                        row.getString("kind"),
                        new Money(row.getBigDecimal("amount")),
                        new Money(row.getBigDecimal("frozen_after")),
                        row.getString("reason")))
                .list();
    }
}
