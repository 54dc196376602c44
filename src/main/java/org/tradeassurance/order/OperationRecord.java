package org.tradeassurance.order;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each order, who did it and when (UI-01). */
@Repository
public class OperationRecord {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OperationRecord(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes down an act of the caller, or of the system when a job runs, and tells who passes it on.
     *
     * @param detail what a reader needs beyond the fact, such as an amount or a reason
     */
    public void add(Order order, Fact fact, @Nullable String detail) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into operation_record (order_no, at, actor, action, detail, contract_version)
                        values (:orderNo, :at, :actor, :action, :detail, :version)
                        """)
                .param("orderNo", order.no().value())
                .param("at", OrderRow.timestamp(now))
                .param("actor", Account.current().name())
                .param("action", fact.action())
                .param("detail", detail)
                .param("version", order.agreement().version())
                .update();
        events.publishEvent(
                new OperationRecorded(order.no(), now, fact, order.agreement().version()));
    }
}
