package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.SupplierFacts;

/** Whether suppliers may commit themselves to orders (VIO-07); every change is kept with its reason. */
@Repository
public class Standings implements SupplierFacts {

    /** From where the days of inactivity count: the day a contract became effective, or the last day on which one was. */
    enum Anchor {
        CONTRACT_EFFECTIVE,
        LAST_DAY_EFFECTIVE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the table {@code supplier-eligibility} asks about a supplier (GEN-08, ELG-08, VIO-07). */
    public Served served(String supplierId) {
        return jdbc.sql("select region, assurance_active, standing from supplier where supplier_id = :supplierId")
                .param("supplierId", supplierId)
                .query(Served.class)
                .single();
    }

    /** Where a supplier is, whether the service is open for it, and how it stands. */
    public record Served(String region, boolean assuranceActive, Standing standing) {}

    @Override
    public String region(String supplierId) {
        return served(supplierId).region();
    }

    @Override
    public String standing(String supplierId) {
        return served(supplierId).standing().name();
    }

    public boolean knows(String supplierId) {
        return jdbc.sql("select exists (select 1 from supplier where supplier_id = :supplierId)")
                .param("supplierId", supplierId)
                .query(Boolean.class)
                .single();
    }

    /** Locks the supplier's row until the transaction ends. */
    Standing lock(String supplierId) {
        return jdbc.sql("select standing from supplier where supplier_id = :supplierId for update")
                .param("supplierId", supplierId)
                .query(Standing.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Ends the supplier's trade assurance (VIO-01 to VIO-03); it stays ended. */
    void terminate(String supplierId, String reason) {
        jdbc.sql("""
                        with terminated as (
                            update supplier set standing = 'TERMINATED'
                             where supplier_id = :supplierId and standing <> 'TERMINATED'
                            returning supplier_id)
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        select supplier_id, 'TERMINATED', :now, :actor, :reason from terminated
                        """)
                .param("supplierId", supplierId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", Account.current().name())
                .param("reason", reason)
                .update();
    }

    /**
     * Ends a suspension; the days of inactivity count anew from now (AMB-30).
     *
     * @throws Refusal {@code illegal-transition} unless the supplier is suspended
     */
    void reinstate(String supplierId, String reason) {
        Standing standing = lock(supplierId);
        if (standing != Standing.SUSPENDED) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION, null, standing.name(), supplierId)
                    .saying("supplier.not-suspended");
        }
        jdbc.sql("""
                        with reinstated as (
                            update supplier set standing = 'ACTIVE', reinstated_at = :now
                             where supplier_id = :supplierId
                            returning supplier_id)
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        select supplier_id, 'ACTIVE', :now, :actor, :reason from reinstated
                        """)
                .param("supplierId", supplierId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", Account.current().name())
                .param("reason", reason)
                .update();
    }

    /**
     * Suspends all suppliers that were idle for more than a number of days (VIO-04, AMB-30), in one statement.
     *
     * @param today the day of the review, Asia/Shanghai
     * @param anchor whether a contract still in force stops the count
     * @return how many
     */
    int suspendIdle(LocalDate today, int days, Anchor anchor) {
        return jdbc.sql("""
                        with suspended as (
                            update supplier s set standing = 'SUSPENDED'
                             where standing = 'ACTIVE' and assurance_active
                               and (greatest(last_effective_at, activated_at, reinstated_at,
                                             (select max(coalesce(o.completed_at, o.closed_at, :now))
                                                from trade_order o
                                               where :anchor = 'LAST_DAY_EFFECTIVE'
                                                 and o.supplier_id = s.supplier_id and o.effective_at is not null))
                                    at time zone :zone)::date + :days < :today
                            returning supplier_id)
                        insert into standing_change (supplier_id, standing, at, actor, reason)
                        select supplier_id, 'SUSPENDED', :now, :actor, :reason from suspended
                        """)
                .param("zone", BusinessTime.ZONE.getId())
                .param("days", days)
                .param("anchor", anchor.name())
                .param("today", today)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", Account.current().name())
                .param("reason", "INACTIVITY " + days)
                .update();
    }
}
