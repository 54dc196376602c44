package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LongOrdersTest extends AcceptanceTest {

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Test
    @DisplayName("The history of an order goes when its time to live is over, but not while the order still runs")
    void historyOfARunningOrderIsKept() {
        String running = opened(draft());
        String finished = opened(draft());
        cancelled(finished);
        long before = steps(running);
        assertThat(before).isGreaterThan(10);

        later(1_096);
        assertThat(steps(finished)).isZero();
        assertThat(steps(running)).isEqualTo(before);

        later(1_094);
        cancelled(running);
        assertThat(steps(running)).isGreaterThan(before);
        later(2);
        assertThat(steps(running)).isZero();
    }

    private void cancelled(String no) {
        ok(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Found another\"}"));
    }

    private void later(int days) {
        clock.set(clock.now().plus(Duration.ofDays(days)));
        cleanUp();
    }

    private void cleanUp() {
        history.cleanUpHistoryAsync(true);
        for (int round = 0; round < 20; round++) {
            history.findHistoryCleanupJobs().stream().map(Job::getId).forEach(management::executeJob);
        }
    }

    private long steps(String no) {
        return jdbc.sql("""
                        select count(*)
                          from act_hi_actinst a
                          join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                         where p.business_key_ = :no
                        """).param("no", no).query(Long.class).single();
    }
}
