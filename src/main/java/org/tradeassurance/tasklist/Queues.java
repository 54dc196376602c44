package org.tradeassurance.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.DueBounds;
import org.tradeassurance.tasklist.DeskPlan.Handling;
import org.tradeassurance.tasklist.DeskPlan.Owner;
import org.tradeassurance.tasklist.DeskPlan.Queue;

/** The filters of Tasklist. Each carries the key of its queue, so that it is found again under another name. */
@Component
class Queues {

    private static final String KEY = "queue";

    private final FilterService filters;
    private final TaskService tasks;
    private final ObjectMapper json;

    Queues(FilterService filters, TaskService tasks, ObjectMapper json) {
        this.filters = filters;
        this.tasks = tasks;
        this.json = json;
    }

    /** Brings the filters in line with the plan and says which of them each desk sees. */
    Map<String, Set<String>> apply(DeskPlan plan) {
        Map<String, Filter> stored = stored();
        Map<String, Set<String>> byDesk = new LinkedHashMap<>();
        for (int place = 0; place < plan.queues().size(); place++) {
            Queue queue = plan.queues().get(place);
            Filter wanted = filter(queue, plan.card(queue), place);
            Filter filter = stored.remove(queue.key());
            String id = filter == null ? filters.saveFilter(wanted).getId() : inLine(filter, wanted);
            queue.desks()
                    .forEach(desk -> byDesk.computeIfAbsent(desk, d -> new LinkedHashSet<>())
                            .add(id));
        }
        stored.values().forEach(filter -> filters.deleteFilter(filter.getId()));
        return byDesk;
    }

    /** Filters that people made have no key and stay. */
    private Map<String, Filter> stored() {
        Map<String, Filter> found = new LinkedHashMap<>();
        Set<Filter> twice = new HashSet<>();
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            Object key = filter.getProperties().get(KEY);
            if (key != null && found.putIfAbsent(key.toString(), filter) != null) {
                twice.add(filter);
            }
        }
        twice.forEach(filter -> filters.deleteFilter(filter.getId()));
        return found;
    }

    private String inLine(Filter stored, Filter wanted) {
        FilterEntity before = (FilterEntity) stored;
        FilterEntity after = (FilterEntity) wanted;
        boolean same = before.getName().equals(after.getName())
                && tree(before.getQueryInternal()).equals(tree(after.getQueryInternal()))
                && tree(before.getPropertiesInternal()).equals(tree(after.getPropertiesInternal()));
        if (!same) {
            stored.setName(wanted.getName());
            stored.setQuery(wanted.getQuery());
            stored.setProperties(wanted.getProperties());
            filters.saveFilter(stored);
        }
        return stored.getId();
    }

    /** Equal whatever the order of its fields. */
    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored filter is not JSON", e);
        }
    }

    private Filter filter(Queue queue, List<DeskPlan.CardVariable> card, int place) {
        List<Map<String, String>> variables = new ArrayList<>();
        card.forEach(variable -> variables.add(Map.of("name", variable.name(), "label", variable.label())));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(KEY, queue.key());
        properties.put("priority", place);
        properties.put("color", queue.colour());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", variables);
        return filters.newTaskFilter(queue.name()).setQuery(query(queue)).setProperties(properties);
    }

    private TaskQuery query(Queue queue) {
        TaskQuery query = tasks.createTaskQuery();
        if (queue.of() == null) {
            query.taskDefinitionKeyIn(queue.tasks().toArray(String[]::new));
        } else {
            switch (Objects.requireNonNull(queue.of())) {
                case ME -> query.taskAssigneeExpression("${currentUser()}");
                case MY_DESKS ->
                    query.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .includeAssignedTasks();
                case EVERYBODY -> query.active();
                case FROZEN ->
                    query.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .includeAssignedTasks()
                            .taskMaxPriority(Handling.FROZEN);
            }
        }
        if (queue.of() != Owner.EVERYBODY && queue.of() != Owner.FROZEN) {
            query.taskMinPriority(Handling.FROZEN + 1);
        }
        if (queue.due() != null) {
            switch (queue.due()) {
                case OVERDUE -> query.dueBeforeExpression(DueBounds.AFTER_NOW);
                case TODAY -> query.dueAfterExpression(DueBounds.NOW).dueBeforeExpression(DueBounds.AFTER_TODAY);
            }
        }
        return switch (queue.sort()) {
            case DUE -> query.orderByDueDate().asc();
            case AMOUNT ->
                query.orderByTaskVariable(TaskCards.AMOUNT_VALUE, ValueType.DOUBLE)
                        .desc();
            case AGE -> query.orderByTaskCreateTime().asc();
        };
    }
}
