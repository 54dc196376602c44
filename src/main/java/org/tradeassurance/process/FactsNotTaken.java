package org.tradeassurance.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.engine.EngineCalls;

/**
 * What happened outside is stored, whatever a model makes of it: where an order's process fails over a fact, the fact is kept as one that
 * it has not heard yet, and an incident asks the administrator for a model that can take it.
 */
@Component
public class FactsNotTaken {

    private static final String INCIDENT = "factNotTaken";
    private static final ThreadLocal<@Nullable NotTaken> KEPT = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final EngineCalls calls;
    private final Clock clock;

    FactsNotTaken(JdbcClient jdbc, @Lazy RuntimeService runtime, @Lazy EngineCalls calls, Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.calls = calls;
        this.clock = clock;
    }

    /** Runs once more what failed over a fact; this time the process is not told it. */
    public void keeping(NotTaken failed, Runnable command) {
        KEPT.set(failed);
        try {
            command.run();
        } finally {
            KEPT.remove();
        }
    }

    /** Keeps the fact if this is the second run over it. */
    boolean keptNow(OrderNo no, String fact) {
        NotTaken failed = KEPT.get();
        boolean kept = failed != null && failed.no().equals(no) && failed.fact().equals(fact);
        if (kept) {
            keep(failed);
        }
        return kept;
    }

    void keep(NotTaken failed) {
        jdbc.sql("""
                        insert into untold_message (order_no, message, failed_at) values (:orderNo, :fact, :at)
                        on conflict (order_no, message) do update set failed_at = excluded.failed_at
                        """)
                .param("orderNo", failed.no().value())
                .param("fact", failed.fact())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        calls.as(Account.current(), () -> {
            if (incidents(failed.no(), failed.fact()).isEmpty()) {
                runtime
                        .createExecutionQuery()
                        .processInstanceBusinessKey(failed.no().value())
                        .messageEventSubscriptionName(failed.fact())
                        .list()
                        .stream()
                        .limit(1)
                        .map(Execution::getId)
                        .forEach(waiting ->
                                runtime.createIncident(INCIDENT, waiting, failed.fact(), failed.getMessage()));
            }
        });
    }

    /** The process is told again: there is an incident if it fails again. */
    void toldAgain(OrderNo no, String fact) {
        calls.as(Account.current(), () -> incidents(no, fact).forEach(runtime::resolveIncident));
    }

    /** Of all processes of the order. */
    private List<String> incidents(OrderNo no, String fact) {
        return jdbc.sql("""
                        select i.id_
                          from act_ru_execution p
                          join act_ru_incident i on i.proc_inst_id_ = p.id_
                         where p.business_key_ = :orderNo and i.incident_type_ = :incident and i.configuration_ = :fact
                        """)
                .param("orderNo", no.value())
                .param("incident", INCIDENT)
                .param("fact", fact)
                .query(String.class)
                .list();
    }
}
