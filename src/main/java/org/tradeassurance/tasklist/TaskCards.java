package org.tradeassurance.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderChanged;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.TradeOrderModel;

/** The display copies on user tasks: made with the task, and made anew when the order's row has changed. */
@Component
class TaskCards {

    static final String AMOUNT_VALUE = "amountValue";

    private static final String DEADLINE = "deadline";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CardFacts facts;
    private final DeskPlan.Handling handling;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final Clock clock;

    /** Part of the engine's own configuration, so the engine's doors are opened when they are first used. */
    TaskCards(
            CardFacts facts,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy IdentityService identities,
            Clock clock) {
        this.facts = facts;
        this.handling = DeskPlan.read().handling();
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.clock = clock;
    }

    /** A task without a deadline of its own is due when the desk should have handled it. */
    void fill(DelegateTask task) {
        Map<String, Object> card =
                card(task.getProcessDefinitionId(), task.getExecution().getProcessBusinessKey(), task.getDueDate());
        if (task.getDueDate() == null) {
            Duration allowed = Duration.ofHours(handling.hours());
            task.setDueDate(java.util.Date.from(clock.instant().plus(allowed)));
        }
        if (card.get(AMOUNT_VALUE) instanceof Double amount) {
            task.setPriority(handling.priority(amount));
        }
        task.setVariablesLocal(card);
    }

    /** What unmatched money may be meant for changes while its task waits: whoever takes it sees it as it is now. */
    void renew(DelegateTask task) {
        if (task.getAssignee() != null) {
            task.setVariablesLocal(facts.read(
                    TradeOrderModel.PROCESS_MATCH_REMITTANCE,
                    task.getExecution().getProcessBusinessKey()));
        }
    }

    private Map<String, Object> card(
            String definitionId, @Nullable String businessKey, java.util.@Nullable Date deadline) {
        Map<String, Object> card = businessKey == null
                ? new LinkedHashMap<>()
                : facts.read(definitionId.substring(0, definitionId.indexOf(':')), businessKey);
        if (deadline != null) {
            card.put(DEADLINE, MINUTE.format(deadline.toInstant().atZone(BusinessTime.ZONE)));
        }
        return card;
    }

    /** Once before the commit, however often the row is written in one transaction. */
    @EventListener
    void on(OrderChanged change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Changes changes = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Changes.class::isInstance)
                .map(Changes.class::cast)
                .findFirst()
                .orElse(null);
        if (changes == null) {
            changes = new Changes();
            TransactionSynchronizationManager.registerSynchronization(changes);
        }
        changes.orders.add(change.no());
    }

    private final class Changes implements TransactionSynchronization {

        private final Set<OrderNo> orders = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            orders.forEach(TaskCards.this::refresh);
        }
    }

    /** Brings the cards of an order's open tasks up to date; what is right already is not written. */
    void refresh(OrderNo no) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(no.value())
                    .list();
            if (!open.isEmpty()) {
                refresh(no, open);
            }
        } finally {
            if (before != null) {
                identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }

    private void refresh(OrderNo no, Collection<Task> open) {
        Map<String, Map<String, Object>> stored = new HashMap<>();
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .taskIdIn(open.stream().map(Task::getId).toArray(String[]::new))
                .list()) {
            stored.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>())
                    .put(variable.getName(), variable.getValue());
        }
        for (Task task : open) {
            Map<String, Object> shown = stored.getOrDefault(task.getId(), Map.of());
            Map<String, Object> changed = card(
                    task.getProcessDefinitionId(), no.value(), shown.containsKey(DEADLINE) ? task.getDueDate() : null);
            changed.entrySet().removeIf(fact -> same(fact.getValue(), shown.get(fact.getKey())));
            if (!changed.isEmpty()) {
                tasks.setVariablesLocal(task.getId(), changed);
            }
        }
    }

    private static boolean same(Object wanted, @Nullable Object stored) {
        return wanted instanceof JsonValue json
                ? stored != null && json.getValue().toString().equals(stored.toString())
                : wanted.equals(stored);
    }
}
