package org.tradeassurance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time for one order after another: its own jobs run at their own instants, those of others keep theirs.
 *
 * @param mostJobs an order that still has jobs due after so many loops
 */
public record OrderClock(TestClock clock, ManagementService management, JdbcClient jdbc, int mostJobs) {

    private record DueJob(String id, Instant due) {}

    /**
     * Moves the clock and runs the order's jobs on the way.
     *
     * @return whether any ran
     */
    public boolean advance(String no, Instant end) {
        for (int ran = 0; ran < mostJobs; ran++) {
            Optional<DueJob> next = dueJob(no, end);
            if (next.isEmpty()) {
                clock.set(end);
                return ran > 0;
            }
            if (next.get().due().isAfter(clock.now())) {
                clock.set(next.get().due());
            }
            management.executeJob(next.get().id());
        }
        throw new AssertionError("Order %s still has jobs due after %d".formatted(no, mostJobs));
    }

    private Optional<DueJob> dueJob(String no, Instant end) {
        return jdbc.sql("""
                        select j.id_, j.duedate_
                          from act_ru_job j
                          join act_ru_execution r on r.id_ = j.root_proc_inst_id_
                         where r.business_key_ = :no and j.suspension_state_ = 1 and j.retries_ > 0 and j.duedate_ <= :end
                         order by j.duedate_, j.id_
                         limit 1
                        """)
                .param("no", no)
                .param("end", Timestamp.from(end))
                .query((row, i) ->
                        new DueJob(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
    }
}
