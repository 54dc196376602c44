package org.tradeassurance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** On every user task, whatever the model says: who gets a task belongs to its desk, and only who has it completes it. */
class DeskListener implements TaskListener {

    private final FrozenOrders frozen;
    private final FourEyes fourEyes;

    DeskListener(FrozenOrders frozen, FourEyes fourEyes) {
        this.frozen = frozen;
        this.fourEyes = fourEyes;
    }

    @Override
    public void notify(DelegateTask delegated) {
        Authentication caller = Desk.staff();
        if (caller == null) {
            return;
        }
        TaskEntity task = (TaskEntity) delegated;
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            Desk.requireMember(caller, task);
            if (!caller.getUserId().equals(task.getAssignee())) {
                throw Desk.refused("task.claim-first");
            }
            fourEyes.refuse(caller.getUserId(), task);
            frozen.refuse(task);
        } else {
            onAssignment(caller, task);
        }
    }

    private void onAssignment(Authentication caller, TaskEntity task) {
        String holder = previousAssignee(task);
        if (holder != null && !holder.equals(caller.getUserId()) && !Desk.mayPassOn(caller, task)) {
            throw Desk.refused("task.held-by-colleague", holder);
        }
        if (task.getAssignee() != null) {
            Desk.requireMember(task.getAssignee(), task);
            fourEyes.refuse(task.getAssignee(), task);
        }
    }

    private static @Nullable String previousAssignee(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : (String) change.getOrgValue();
    }
}
