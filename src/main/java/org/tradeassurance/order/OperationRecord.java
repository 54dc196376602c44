package org.tradeassurance.order;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each order, who did it and when (UI-01). */
@Repository
public class OperationRecord {

    private final JdbcClient jdbc;
    private final Clock clock;

    OperationRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down an action of the caller, or of the system when a job runs.
     *
     * @param action the fact in kebab-case, such as {@code contract-confirmed}
     * @param detail what a reader needs beyond the action, such as an amount or a reason
     */
    public void add(Order order, String action, @Nullable String detail) {
        jdbc.sql("""
                        insert into operation_record (order_no, at, actor, action, detail, contract_version)
                        values (:orderNo, :at, :actor, :action, :detail, :version)
                        """)
                .param("orderNo", order.no().value())
                .param("at", OrderRow.timestamp(clock.instant()))
                .param("actor", Account.current().name())
                .param("action", action)
                .param("detail", detail)
                .param("version", order.agreement().version())
                .update();
    }
}
