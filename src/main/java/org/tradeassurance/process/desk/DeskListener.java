package org.tradeassurance.process.desk;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.Absences;
import org.tradeassurance.process.engine.Desk;

/** On every user task, whatever the model says: who gets a task belongs to its desk, and only who has it completes it. */
public class DeskListener implements TaskListener {

    /** What whoever works on a task may change of it; the assignee is another event. */
    private static final Set<String> OWN_PLANS = Set.of(TaskEntity.FOLLOW_UP_DATE, TaskEntity.ASSIGNEE);

    private static final Set<String> PLANNED_BY_ADMIN = Set.of(TaskEntity.DUE_DATE, TaskEntity.PRIORITY);

    private final FrozenOrders frozen;
    private final FourEyes fourEyes;
    private final Supplier<Absences> absences;
    private final StaffNotes notes;

    public DeskListener(FrozenOrders frozen, FourEyes fourEyes, Supplier<Absences> absences, StaffNotes notes) {
        this.frozen = frozen;
        this.fourEyes = fourEyes;
        this.absences = absences;
        this.notes = notes;
    }

    @Override
    public void notify(DelegateTask delegated) {
        Authentication caller = Desk.staff();
        if (caller == null) {
            return;
        }
        TaskEntity task = (TaskEntity) delegated;
        switch (task.getEventName()) {
            case EVENTNAME_COMPLETE -> onCompletion(caller, task);
            case EVENTNAME_ASSIGNMENT -> onAssignment(caller, task);
            default -> onUpdate(caller, task);
        }
    }

    /** Comments too, for which the engine asks no one. What a task is and how soon it is due follows its order. */
    private static void onUpdate(Authentication caller, TaskEntity task) {
        boolean admin = Desk.isAdmin(caller);
        if (!admin) {
            Desk.requireMember(caller, task);
        }
        boolean planned = task.getPropertyChanges().keySet().stream()
                .allMatch(property -> OWN_PLANS.contains(property) || (admin && PLANNED_BY_ADMIN.contains(property)));
        if (!planned) {
            throw Desk.refused("task.follows-order");
        }
    }

    private void onCompletion(Authentication caller, TaskEntity task) {
        Desk.requireMember(caller, task);
        if (!caller.getUserId().equals(task.getAssignee())) {
            throw Desk.refused("task.claim-first");
        }
        fourEyes.refuse(caller.getUserId(), task);
        frozen.refuse(task);
        notes.keep(task);
    }

    private void onAssignment(Authentication caller, TaskEntity task) {
        String holder = previousAssignee(task);
        if (holder != null && !holder.equals(caller.getUserId()) && !Desk.mayPassOn(caller, task)) {
            throw Desk.refused("task.held-by-colleague", Desk.nameOf(holder));
        }
        if (task.getAssignee() != null) {
            Desk.requireMember(task.getAssignee(), task);
            fourEyes.refuse(task.getAssignee(), task);
            if (!task.getAssignee().equals(caller.getUserId())) {
                refuseAbsent(task.getAssignee());
            }
        }
    }

    /** What is handed to somebody who is away would wait unseen. */
    private void refuseAbsent(String colleague) {
        absences.get().now(colleague).ifPresent(away -> {
            throw Desk.refused("task.colleague-away", Desk.nameOf(colleague), away.until(), Desk.nameOf(away.deputy()));
        });
    }

    private static @Nullable String previousAssignee(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : (String) change.getOrgValue();
    }
}
