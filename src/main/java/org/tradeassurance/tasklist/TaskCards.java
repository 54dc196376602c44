package org.tradeassurance.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
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
import org.tradeassurance.order.ExportOrdersChanged;
import org.tradeassurance.order.OrderChanged;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.TradeOrderModel;

/** The display copies on user tasks: made with the task, and made anew when the order has changed. */
@Component
class TaskCards {

    static final String AMOUNT_VALUE = "amountValue";

    /** When an overdue task went to the desk's lead. */
    private static final String ESCALATED = "escalated";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CardFacts facts;
    private final DeskPlan.Handling handling;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final CommandExecutor engine;
    private final Clock clock;

    /** Part of the engine's own configuration, so the engine's doors are opened when they are first used. */
    TaskCards(
            CardFacts facts,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy IdentityService identities,
            @Lazy CommandExecutor engine,
            Clock clock) {
        this.facts = facts;
        this.handling = DeskPlan.read().handling();
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.engine = engine;
        this.clock = clock;
    }

    void fill(DelegateTask task) {
        Map<String, Object> card =
                card(task.getProcessDefinitionId(), task.getExecution().getProcessBusinessKey(), task.getDueDate());
        task.setDueDate(due(card, task.getDueDate()));
        priority(card).ifPresent(task::setPriority);
        task.setVariablesLocal(card);
        Changes.ofTransaction().ifPresent(changes -> changes.shown(task));
    }

    /** What unmatched money may be meant for changes while its task waits: whoever takes it sees it as it is now. */
    void renew(DelegateTask task) {
        if (task.getAssignee() != null) {
            task.setVariablesLocal(facts.read(
                    TradeOrderModel.PROCESS_MATCH_REMITTANCE,
                    task.getExecution().getProcessBusinessKey()));
        }
    }

    /** @param deadline the task's own, from the order's row */
    private Map<String, Object> card(
            String definitionId, @Nullable String businessKey, java.util.@Nullable Date deadline) {
        Map<String, Object> card = businessKey == null
                ? new LinkedHashMap<>()
                : facts.read(definitionId.substring(0, definitionId.indexOf(':')), businessKey);
        if (deadline != null) {
            card.putIfAbsent(
                    CardFacts.DEADLINE, MINUTE.format(deadline.toInstant().atZone(BusinessTime.ZONE)));
        }
        return card;
    }

    /**
     * A task without a deadline of its own is due when the desk should have handled it; what a dispute pauses is not due before the
     * dispute ends (AMB-15).
     */
    private java.util.@Nullable Date due(Map<String, Object> card, java.util.@Nullable Date deadline) {
        if (card.containsKey(CardFacts.PAUSED)) {
            return null;
        }
        return deadline != null
                ? deadline
                : java.util.Date.from(clock.instant().plus(Duration.ofHours(handling.hours())));
    }

    private OptionalInt priority(Map<String, Object> card) {
        if (card.containsKey(CardFacts.PAUSED)) {
            return OptionalInt.of(DeskPlan.Handling.FROZEN);
        }
        return card.get(AMOUNT_VALUE) instanceof Double amount
                ? OptionalInt.of(handling.priority(amount))
                : OptionalInt.empty();
    }

    @EventListener
    void on(OrderChanged change) {
        changed(change.no());
    }

    @EventListener
    void on(ExportOrdersChanged change) {
        changed(change.orderNo());
    }

    private void changed(OrderNo no) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Changes.ofTransaction().orElseGet(this::begin).of(no);
        }
    }

    private Changes begin() {
        Changes changes = new Changes(this);
        TransactionSynchronizationManager.registerSynchronization(changes);
        return changes;
    }

    /** The orders that one transaction has changed, however often, each with the tasks whose cards were made since. */
    private static final class Changes implements TransactionSynchronization {

        private final TaskCards cards;
        private final Map<String, Set<String>> shownSince = new LinkedHashMap<>();

        private Changes(TaskCards cards) {
            this.cards = cards;
        }

        private static Optional<Changes> ofTransaction() {
            return TransactionSynchronizationManager.isSynchronizationActive()
                    ? TransactionSynchronizationManager.getSynchronizations().stream()
                            .filter(Changes.class::isInstance)
                            .map(Changes.class::cast)
                            .findFirst()
                    : Optional.empty();
        }

        private void of(OrderNo no) {
            shownSince.put(no.value(), new HashSet<>());
        }

        private void shown(DelegateTask task) {
            Set<String> shown = shownSince.get(task.getExecution().getProcessBusinessKey());
            if (shown != null) {
                shown.add(task.getId());
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            shownSince.forEach((no, shown) -> cards.refresh(new OrderNo(no), shown));
        }
    }

    /** Brings the cards of an order's open tasks up to date, but those just made; what is right already is not written. */
    private void refresh(OrderNo no, Set<String> shown) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            engine.execute(context -> {
                List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(no.value()).list().stream()
                        .filter(task -> !shown.contains(task.getId()))
                        .toList();
                if (!open.isEmpty()) {
                    refresh(no, open);
                }
                return open.size();
            });
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
        open.forEach(task -> refresh((TaskEntity) task, no, stored.getOrDefault(task.getId(), Map.of())));
    }

    /** What was set by hand or by escalation, due date and priority, stays until the order's own deadline moves. */
    private void refresh(TaskEntity task, OrderNo no, Map<String, Object> shown) {
        java.util.Date deadline = deadline(task);
        Map<String, Object> wanted = card(task.getProcessDefinitionId(), no.value(), deadline);
        Map<String, Object> changed = new LinkedHashMap<>(wanted);
        changed.entrySet().removeIf(fact -> same(fact.getValue(), shown.get(fact.getKey())));
        Set<String> gone = new HashSet<>(shown.keySet());
        gone.removeAll(wanted.keySet());
        boolean moved = !Objects.equals(wanted.get(CardFacts.DEADLINE), shown.get(CardFacts.DEADLINE));
        if (moved) {
            task.setDueDate(due(wanted, deadline));
        } else {
            gone.remove(ESCALATED);
        }
        boolean escalated = shown.containsKey(ESCALATED) && !gone.contains(ESCALATED);
        if (!escalated && (moved || changed.containsKey(AMOUNT_VALUE))) {
            priority(wanted).ifPresent(task::setPriority);
        }
        task.removeVariablesLocal(gone);
        task.setVariablesLocal(changed);
    }

    private static java.util.@Nullable Date deadline(TaskEntity task) {
        Expression due = task.getTaskDefinition().getDueDateExpression();
        return due == null ? null : (java.util.Date) due.getValue(task.getExecution());
    }

    private static boolean same(Object wanted, @Nullable Object stored) {
        return wanted instanceof JsonValue json
                ? stored != null && json.getValue().toString().equals(stored.toString())
                : wanted.equals(stored);
    }
}
