package org.tradeassurance.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happened to each order, who did it and when (UI-01), and what decision tables said about it. */
@Repository
public class OperationRecord {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OperationRecord(JdbcClient jdbc, ObjectMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes down an act of the caller, or of the system when a job runs, at the end of the transaction, and tells who passes it on.
     *
     * @param detail what a reader needs beyond the fact, such as an amount or a reason
     * @throws IllegalStateException without a transaction
     */
    public void add(Order order, Fact fact, @Nullable String detail) {
        Instant now = clock.instant();
        int version = order.agreement().version();
        String actor = Account.current().name();
        ofTransaction()
                .add(
                        new TransactionRecord.Line(order.no(), now, actor, fact.action(), detail, version),
                        new OperationRecorded(order.no(), now, fact, version));
    }

    /** For whoever may be the first to tell something when the transaction commits: from now on, what is told even then is written. */
    public void begin() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofTransaction();
        }
    }

    private TransactionRecord ofTransaction() {
        return TransactionRecord.ofTransaction(jdbc, json, events);
    }

    /**
     * Keeps what a table said about an order, if this transaction locks the order.
     *
     * @throws IllegalStateException without a transaction
     */
    public void add(OrderNo no, DecisionTaken decision) {
        ofTransaction().add(no, decision, clock.instant());
    }

    /** What a table said about an order, and when. */
    public record Kept(Instant at, DecisionTaken said) {}

    /** What tables have said about an order, oldest first. */
    public List<Kept> decisions(OrderNo no) {
        return jdbc.sql("""
                        select at, "table", deployment, "row", inputs, outputs from decision_taken where order_no = :orderNo order by id
                        """)
                .param("orderNo", no.value())
                .query((row, i) -> new Kept(
                        Objects.requireNonNull(OrderRow.instant(row, "at")),
                        new DecisionTaken(
                                row.getString("table"),
                                row.getString("deployment"),
                                row.getString("row"),
                                values(row.getString("inputs")),
                                values(row.getString("outputs")))))
                .list();
    }

    private Map<String, Object> values(String object) {
        try {
            return json.readValue(object, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision about an order could not be read", e);
        }
    }
}
