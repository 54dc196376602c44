package org.tradeassurance.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people filled into forms beyond what code keeps itself: stored under the key of the process, and with the order that it is about. */
@Repository
public class OrderFields {

    /**
     * One answer in a form.
     *
     * @param label as the form has it, in both languages
     * @param shown the value as people read it: the label of a choice
     */
    public record Answer(String field, String label, String value, String shown) {}

    /**
     * Where something was filled in.
     *
     * @param name of the task, in both languages
     * @param side the party for which the task is done, which sees its fields; null: the marketplace alone
     */
    public record Form(
            String businessKey,
            String task,
            String name,
            @Nullable Party side) {

        private Fact fact() {
            if (side == null) {
                return Fact.STEP_DONE;
            }
            return side == Party.BUYER ? Fact.BUYER_STEP_DONE : Fact.SUPPLIER_STEP_DONE;
        }
    }

    /** A kept answer as callers see it. */
    public record FieldView(Words task, String field, Words label, String value, Words shown, String by, Instant at) {

        static List<FieldView> of(JsonNode rows) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> new FieldView(
                            Words.of(row.path("task").asText()),
                            row.path("field").asText(),
                            Words.of(row.path("label").asText()),
                            row.path("value").asText(),
                            Words.of(row.path("shown").asText()),
                            row.path("by").asText(),
                            Instant.parse(row.path("at").asText())))
                    .toList();
        }
    }

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Orders orders;
    private final OperationRecord record;
    private final Clock clock;

    OrderFields(JdbcClient jdbc, ObjectMapper json, Orders orders, OperationRecord record, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.orders = orders;
        this.record = record;
        this.clock = clock;
    }

    /** Tells the record of the order, if there is one, that a step is done and what was answered. */
    public void tell(Form form, List<Answer> answers) {
        String said = answers.stream()
                .map(answer -> answer.label() + ": " + answer.shown())
                .collect(Collectors.joining(" · "));
        orderOf(form.businessKey())
                .ifPresent(no -> record.add(
                        orders.lock(no), form.fact(), said.isEmpty() ? form.name() : form.name() + " · " + said));
    }

    /** Keeps answers for good. */
    public void keep(Form form, List<Answer> answers) {
        jdbc.sql("""
                        insert into order_field (order_no, business_key, task, task_name, side, field, label, value, shown, actor, at)
                        select (select order_no from order_of_key where business_key = :key limit 1), :key, :task, :name, :side,
                               a.field, a.label, a.value, a.shown, :actor, :at
                          from jsonb_to_recordset(:answers::jsonb) as a(field text, label text, value text, shown text)
                        """)
                .param("key", form.businessKey())
                .param("task", form.task())
                .param("name", form.name())
                .param("side", form.side() == null ? null : form.side().name())
                .param("answers", written(answers))
                .param("actor", Account.current().name())
                .param("at", OrderRow.timestamp(clock.instant()))
                .update();
    }

    private String written(List<Answer> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers in a form could not be written", e);
        }
    }

    /** The order that something with a key of its own, such as a refund, is about. */
    private Optional<OrderNo> orderOf(String businessKey) {
        return OrderNo.isOrderNo(businessKey)
                ? Optional.of(new OrderNo(businessKey))
                : jdbc.sql("select order_no from order_of_key where business_key = :key limit 1")
                        .param("key", businessKey)
                        .query((row, i) -> new OrderNo(row.getString("order_no")))
                        .optional();
    }
}
