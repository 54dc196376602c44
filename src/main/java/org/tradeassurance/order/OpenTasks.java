package org.tradeassurance.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open tasks of an order, read in the order's own statement. */
final class OpenTasks {

    /** One column of a statement in which {@code o} is the order; whoever is bound to a party reads none. */
    static final String COLUMN = """
            case when :own::text is null then
                       (select jsonb_agg(jsonb_build_object('id', t.id_, 'definition', t.proc_def_id_, 'task', t.task_def_key_,
                               'desk', (select min(l.group_id_) from act_ru_identitylink l
                                         where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null),
                               'assignee', t.assignee_, 'due', t.due_date_) order by t.due_date_, t.id_)
                          from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                         where e.business_key_ = o.order_no) end as open_tasks""";

    private final ObjectMapper json;
    private final TaskNames names;

    OpenTasks(ObjectMapper json, TaskNames names) {
        this.json = json;
        this.names = names;
    }

    /** Null for a caller who is told of none; no task is an empty list. */
    @Nullable
    List<OrderView.OpenTask> read(@Nullable String column) {
        if (Account.current().ownParty() != null) {
            return null;
        }
        List<OrderView.OpenTask> tasks = new ArrayList<>();
        if (column != null) {
            parsed(column).forEach(task -> tasks.add(task(task)));
        }
        return tasks;
    }

    private JsonNode parsed(String column) {
        try {
            return json.readTree(column);
        } catch (IOException e) {
            throw new IllegalStateException("The tasks of an order could not be read", e);
        }
    }

    /** The engine keeps instants by the clock of this machine's zone. */
    private OrderView.OpenTask task(JsonNode task) {
        String due = text(task, "due");
        return new OrderView.OpenTask(
                task.path("id").asText(),
                names.of(task.path("definition").asText(), task.path("task").asText()),
                text(task, "desk"),
                text(task, "assignee"),
                due == null
                        ? null
                        : LocalDateTime.parse(due)
                                .atZone(ZoneId.systemDefault())
                                .toInstant());
    }

    private static @Nullable String text(JsonNode task, String name) {
        return task.path(name).isTextual() ? task.path(name).asText() : null;
    }
}
