package org.tradeassurance.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction tells about orders, written at its end: one statement for all lines of the operation record and all decisions. Then who
 * passes it on hears of each line, while the transaction is still open and the order is as it came to stay.
 */
final class TransactionRecord implements TransactionSynchronization {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final List<Line> lines = new ArrayList<>();
    private final List<OperationRecorded> told = new ArrayList<>();
    private final Map<Decision, Instant> decisions = new LinkedHashMap<>();
    private boolean ends;

    /** A line of the operation record; its components are columns. */
    record Line(
            OrderNo orderNo,
            Instant at,
            String actor,
            String action,
            @Nullable String detail,
            int contractVersion) {}

    private record Decision(OrderNo orderNo, DecisionTaken taken) {}

    private TransactionRecord(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    static TransactionRecord ofTransaction(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(TransactionRecord.class::isInstance)
                .map(TransactionRecord.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    TransactionRecord begun = new TransactionRecord(jdbc, json, events);
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }

    void add(Line line, OperationRecorded recorded) {
        lines.add(line);
        told.add(recorded);
        if (ends) {
            write();
        }
    }

    /** The same said twice is kept once. */
    void add(OrderNo no, DecisionTaken taken, Instant at) {
        decisions.putIfAbsent(new Decision(no, taken), at);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ends = true;
        write();
    }

    /** What was decided about an order that nobody locked was only looked at. */
    private void write() {
        decisions.keySet().removeIf(decision -> !LockedOrders.isHeld(decision.orderNo()));
        if (!lines.isEmpty() || !decisions.isEmpty()) {
            jdbc.sql("""
                            with told as (
                                insert into operation_record (order_no, at, actor, action, detail, contract_version)
                                select l.* from jsonb_to_recordset(:lines::jsonb)
                                    as l("orderNo" text, at timestamptz, actor text, action text, detail text, "contractVersion" integer))
                            insert into decision_taken (order_no, at, "table", deployment, "row", inputs, outputs)
                            select d.* from jsonb_to_recordset(:decisions::jsonb)
                                as d("orderNo" text, at timestamptz, "table" text, deployment text, "row" text, inputs jsonb, outputs jsonb)
                            """)
                    .param("lines", written(lines))
                    .param(
                            "decisions",
                            written(decisions.entrySet().stream()
                                    .map(kept -> columns(kept.getKey(), kept.getValue()))
                                    .toList()))
                    .update();
        }
        lines.clear();
        decisions.clear();
        List<OperationRecorded> written = List.copyOf(told);
        told.clear();
        written.forEach(events::publishEvent);
    }

    private static Map<String, Object> columns(Decision decision, Instant at) {
        DecisionTaken taken = decision.taken();
        return Map.of(
                "orderNo", decision.orderNo(),
                "at", at,
                "table", taken.table(),
                "deployment", taken.deployment(),
                "row", taken.row(),
                "inputs", taken.inputs(),
                "outputs", taken.outputs());
    }

    private String written(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What happened to an order could not be written", e);
        }
    }
}
