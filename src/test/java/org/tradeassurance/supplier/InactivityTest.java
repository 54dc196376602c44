package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.Caller.PLATFORM;
import static org.tradeassurance.Caller.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.TestClock;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.EngineJobs;

@SpringBootTest
class InactivityTest {

    @Autowired
    ReinstatementController controller;

    @Autowired
    Standings standings;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    TestClock clock;

    @BeforeEach
    void setUp() {
        clock = new TestClock(management);
        jdbc.sql("truncate standing_change").update();
        jdbc.sql(
                        "update supplier set standing = 'ACTIVE', reinstated_at = null, last_effective_at = null, activated_at = :at")
                .param("at", Instant.parse("2015-08-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }

    @AfterEach
    void resetClock() {
        jdbc.sql("delete from trade_order where order_no = '00000000000030'").update();
        clock.reset();
    }

    @Test
    @DisplayName("VIO-04, AC-VIO-4: last effective 2016-04-12 -> suspended 2016-10-10 00:00")
    void suspendedOnTheDayAfterDay180() {
        effective("2016-04-12T15:59:59Z");
        begin("2016-10-08T02:00:00Z");
        clock.advanceTo(Instant.parse("2016-10-09T15:59:59Z"));
        assertThat(standing("S-1001")).isEqualTo("ACTIVE");
        clock.advanceTo(Instant.parse("2016-10-09T16:00:00Z"));
        assertThat(standing("S-1001")).isEqualTo("SUSPENDED");
        assertThat(changedAt()).isEqualTo(Instant.parse("2016-10-09T16:00:00Z"));
    }

    @Test
    @DisplayName("AC-VIO-5: last effective 2015-09-01 -> suspended 2016-04-10, not earlier")
    void neverBeforeTheRuleIsInForce() {
        effective("2015-09-01T02:00:00Z");
        begin("2016-04-01T02:00:00Z");
        clock.advanceTo(Instant.parse("2016-04-09T15:59:59Z"));
        assertThat(standing("S-1001")).isEqualTo("ACTIVE");
        clock.advanceTo(Instant.parse("2016-04-09T16:00:00Z"));
        assertThat(standing("S-1001")).isEqualTo("SUSPENDED");
    }

    @Test
    @DisplayName("AMB-30: activation and reinstatement count like an effective contract")
    void activationAndReinstatementCountLikeAnEffectiveContract() {
        effective("2016-04-12T02:00:00Z");
        jdbc.sql("update supplier set activated_at = :at where supplier_id = 'S-1002'")
                .param("at", Instant.parse("2016-04-13T02:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        begin("2016-10-09T02:00:00Z");
        clock.advanceTo(Instant.parse("2016-10-09T16:00:00Z"));
        assertThat(standing("S-1001")).isEqualTo("SUSPENDED");
        assertThat(standing("S-1002")).isEqualTo("ACTIVE");

        reinstate("S-1001");
        begin("2017-04-07T02:00:00Z");
        clock.advanceTo(Instant.parse("2017-04-07T16:00:00Z"));
        assertThat(standing("S-1001")).as("day 180").isEqualTo("ACTIVE");
        clock.advanceTo(Instant.parse("2017-04-08T16:00:00Z"));
        assertThat(standing("S-1001")).as("day 181").isEqualTo("SUSPENDED");
    }

    @Test
    @DisplayName("PRM-15, AMB-30: with LAST_DAY_EFFECTIVE a contract in force stops the count, and its end begins it")
    void aContractInForceMayStopTheCount() {
        LocalDate day181 = LocalDate.parse("2016-10-10");
        effective("2016-04-12T02:00:00Z");
        running("S-1001", null);
        suspend(day181, Standings.Anchor.LAST_DAY_EFFECTIVE);
        assertThat(standing("S-1001")).as("in force").isEqualTo("ACTIVE");

        running("S-1001", "2016-04-13T02:00:00Z");
        suspend(day181, Standings.Anchor.LAST_DAY_EFFECTIVE);
        assertThat(standing("S-1001")).as("ended on the 13th, day 180").isEqualTo("ACTIVE");
        suspend(day181, Standings.Anchor.CONTRACT_EFFECTIVE);
        assertThat(standing("S-1001")).as("by default").isEqualTo("SUSPENDED");

        jdbc.sql("update supplier set standing = 'ACTIVE'").update();
        suspend(day181.plusDays(1), Standings.Anchor.LAST_DAY_EFFECTIVE);
        assertThat(standing("S-1001")).as("day 181").isEqualTo("SUSPENDED");
    }

    /** An order of the supplier that has been effective since 2016-04-12, and closed, if at all, at an instant. */
    private void running(String supplier, @Nullable String closedAt) {
        jdbc.sql("delete from trade_order where order_no = '00000000000030'").update();
        jdbc.sql("""
                        insert into trade_order (order_no, origin, supplier_id, buyer_email, acknowledged_agreement, acknowledged_export,
                                                 created_at, status, effective_at, closed_reason, closed_at, contract_version, total, deposit)
                        values ('00000000000030', 'SUPPLIER_DRAFT', :supplier, 'acme@example.com', true, true,
                                '2016-04-12T02:00:00Z', :status, '2016-04-12T02:00:00Z', :reason, :closedAt, 1, 10, 10)
                        """)
                .param("supplier", supplier)
                .param("status", closedAt == null ? "AWAITING_SHIPMENT" : "CLOSED")
                .param("reason", closedAt == null ? null : "Over")
                .param(
                        "closedAt",
                        closedAt == null ? null : Instant.parse(closedAt).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void suspend(LocalDate today, Standings.Anchor anchor) {
        clock.set(today.atStartOfDay(BusinessTime.ZONE).toInstant());
        as(PLATFORM, () -> {
            standings.suspendIdle(today, 180, anchor);
        });
    }

    @Test
    @DisplayName("AMB-20: only a suspension can be ended")
    void onlyASuspensionCanBeEnded() {
        assertRefused("S-1001");
        jdbc.sql("update supplier set standing = 'TERMINATED' where supplier_id = 'S-1001'")
                .update();
        assertRefused("S-1001");
        assertThat(standing("S-1001")).isEqualTo("TERMINATED");
    }

    private void assertRefused(String supplier) {
        assertThatThrownBy(() -> reinstate(supplier))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ILLEGAL_TRANSITION));
    }

    private void begin(String instant) {
        clock.set(instant);
        jobs.redateSharedJobs();
    }

    private void effective(@Nullable String instant) {
        jdbc.sql("update supplier set last_effective_at = :at where supplier_id = 'S-1001'")
                .param("at", instant == null ? null : Instant.parse(instant).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void reinstate(String supplier) {
        transaction.executeWithoutResult(status -> as(
                PLATFORM,
                () -> controller.reinstate(supplier, new ReinstatementController.ReinstatementBody("Trading again"))));
    }

    private String standing(String supplier) {
        return jdbc.sql("select standing from supplier where supplier_id = :id")
                .param("id", supplier)
                .query(String.class)
                .single();
    }

    private Instant changedAt() {
        return jdbc.sql("select at from standing_change where supplier_id = 'S-1001' order by id desc limit 1")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
