package org.tradeassurance.process.desk;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.tradeassurance.process.engine.Desk;
import org.tradeassurance.process.engine.OrderLock;

/**
 * Asked by every command before it touches a task: beyond the grants on the process, the caller must belong to the task's desk.
 * Administrators may assign, not work.
 */
public class DeskChecker extends AuthorizationCommandChecker {

    private final OrderLock lock;

    public DeskChecker(OrderLock lock) {
        this.lock = lock;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        ifStaff(task, (caller, asked) -> {
            Desk.requireMember(caller, asked);
            lock.before(asked);
        });
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        ifStaff(task, (caller, asked) -> {
            if (!Desk.isAdmin(caller)) {
                Desk.requireMember(caller, asked);
            }
        });
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        ifStaff(task, Desk::requireMember);
    }

    private static void ifStaff(TaskEntity task, BiConsumer<Authentication, TaskEntity> check) {
        Authentication caller = Desk.staff();
        if (caller != null && Context.getCommandContext().isAuthorizationCheckEnabled()) {
            check.accept(caller, task);
        }
    }
}
