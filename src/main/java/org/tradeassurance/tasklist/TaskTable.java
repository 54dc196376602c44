package org.tradeassurance.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.TradeOrderModel;

/** The rows of a queue's table: the tasks with what their cards show, a page in one statement. */
@Repository
class TaskTable {

    /** What every row has a column for. */
    static final Set<String> ALWAYS = Set.of("orderNo", "buyer", "supplier", "amount", "escalated");

    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DesksInUse desks;
    private final ObjectMapper json;

    TaskTable(JdbcClient jdbc, DesksInUse desks, ObjectMapper json) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.json = json;
    }

    /** A member of staff by their name; whoever has none goes by the login. */
    record Person(String login, String name) {

        static Person of(String login, @Nullable String name) {
            return new Person(login, name == null || name.isBlank() ? login : name.strip());
        }
    }

    /**
     * An open task.
     *
     * @param step the element of the model: tasks of one step ask for the same
     * @param orderNo of the order that it belongs to; none for money and goods of unknown orders
     * @param frozen while a dispute about its order is open; it is not due then
     * @param escalated since when the desk's lead knows that it is overdue
     * @param facts the others of its card, by name
     */
    record TaskRow(
            String taskId,
            String step,
            Words name,
            @Nullable String orderNo,
            @Nullable String buyer,
            @Nullable String supplier,
            @Nullable String amount,
            boolean frozen,
            @Nullable Instant dueAt,
            Instant createdAt,
            @Nullable Person assignee,
            @Nullable String escalated,
            Map<String, String> facts) {}

    private record Found(String key, TaskRow row) {}

    Page<TaskRow> page(TaskFilter filter, TaskSort sort, PageRequest request) {
        TaskFilter.Where where = filter.where();
        TaskSort.Start start = sort.start(request);
        if (start != null) {
            where.add(sort.behind());
            where.parameters().put("value", start.value());
            where.parameters().put("taskId", start.taskId());
        }
        Set<String> wanted = new TreeSet<>(ALWAYS);
        desks.card(filter.queue()).forEach(variable -> wanted.add(variable.name()));
        List<Found> found = jdbc.sql(statement(sort, where))
                .params(where.parameters())
                .param("wanted", wanted)
                .param("most", request.limit() + 1)
                .query((row, i) -> new Found(sort.key(row.getString("key"), row.getString("id_")), row(row)))
                .list();
        Page<Found> page = Page.of(found, request, Found::key);
        return new Page<>(page.items().stream().map(Found::row).toList(), page.nextCursor());
    }

    private static String statement(TaskSort sort, TaskFilter.Where where) {
        return """
                select t.*, u.first_, u.last_,
                       (select jsonb_object_agg(v.name_, v.text_) from act_ru_variable v
                         where v.task_id_ = t.id_ and v.name_ in (:wanted) and v.text_ is not null) as facts
                  from (select t.id_, t.task_def_key_, t.name_, t.due_date_, t.create_time_, t.assignee_, %s as frozen, %s as key
                          from act_ru_task t %s
                         where %s
                         order by %s
                         limit :most) t
                  left join act_id_user u on u.id_ = t.assignee_
                 order by %s
                """.formatted(
                        TaskFilter.FROZEN,
                        sort.column(),
                        join(sort),
                        String.join("\n and ", where.conditions()),
                        sort.order(sort.column(), "t.id_"),
                        sort.order("t.key", "t.id_"));
    }

    private static String join(TaskSort sort) {
        return switch (sort.by()) {
            case DUE, AGE -> "";
            case AMOUNT ->
                "left join act_ru_variable amount on amount.task_id_ = t.id_ and amount.name_ = 'amountValue'";
            case ORDER -> "left join act_ru_variable orders on orders.task_id_ = t.id_ and orders.name_ = 'orderNo'";
        };
    }

    private TaskRow row(ResultSet row) throws SQLException {
        Map<String, String> facts = facts(row.getString("facts"));
        String step = row.getString("task_def_key_");
        String order = TradeOrderModel.TASK_MATCH_REMITTANCE.equals(step) ? null : facts.remove("orderNo");
        Timestamp due = row.getTimestamp("due_date_");
        String login = row.getString("assignee_");
        return new TaskRow(
                row.getString("id_"),
                step,
                desks.nameOf(step, row.getString("name_")),
                order != null && OrderNo.isOrderNo(order) ? order : null,
                facts.remove("buyer"),
                facts.remove("supplier"),
                facts.remove("amount"),
                row.getBoolean("frozen"),
                due == null ? null : due.toInstant(),
                row.getTimestamp("create_time_").toInstant(),
                login == null ? null : Person.of(login, name(row.getString("first_"), row.getString("last_"))),
                facts.remove("escalated"),
                facts);
    }

    private Map<String, String> facts(@Nullable String written) {
        try {
            return written == null ? new TreeMap<>() : json.readValue(written, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON", e);
        }
    }

    static @Nullable String name(@Nullable String first, @Nullable String last) {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {first, last}) {
            if (part != null && !part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }
}
