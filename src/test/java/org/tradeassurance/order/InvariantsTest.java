package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InvariantsTest {

    private static final String QUOTA = "inv_quota_frozen_is_sum_of_ledger";

    @Autowired
    private Invariants invariants;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void repair() {
        jdbc.sql("update supplier set quota_frozen = 0 where supplier_id = 'S-1002'")
                .update();
        invariants.check();
    }

    @Test
    void aSoundDatabaseIsUp() {
        invariants.check();
        assertThat(invariants.health().getStatus()).isEqualTo(Status.UP);
        assertThat(invariants.health().getDetails()).containsEntry(QUOTA, 0L).hasSizeGreaterThanOrEqualTo(4);
        assertThat(violations()).isZero();
    }

    @Test
    void quotaFrozenWithoutALedgerEntryIsDown() {
        jdbc.sql("update supplier set quota_frozen = 1 where supplier_id = 'S-1002'")
                .update();
        invariants.check();
        assertThat(invariants.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(invariants.health().getDetails()).containsEntry(QUOTA, 1L);
        assertThat(violations()).isEqualTo(1);
    }

    private double violations() {
        return meters.get("trade.assurance.invariant.violations")
                .tag("view", QUOTA)
                .gauge()
                .value();
    }
}
