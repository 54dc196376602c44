package org.tradeassurance.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;

/** What the member of staff who asks may see in the engine, by the grants of their desks. */
@Component
public class StaffView {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final Staff staff;

    StaffView(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            AuthorizationService authorizations,
            Staff staff) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.authorizations = authorizations;
        this.staff = staff;
    }

    /** The business key of a task's process; nothing if there is no such task for this member. */
    public Optional<String> businessKeyOfTask(String taskId) {
        return asStaff(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            return task == null ? null : processInstance(task.getProcessInstanceId());
        });
    }

    private String processInstance(String id) {
        ProcessInstance instance =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    /** The running process of an order; nothing if it has ended or this member does not work in Cockpit. */
    public Optional<String> processOf(OrderNo no) {
        return asStaff(() -> {
            if (!authorizations.isUserAuthorized(
                    Account.current().name(),
                    staff.groupsOf(Account.current().name()),
                    Permissions.ACCESS,
                    Resources.APPLICATION,
                    "cockpit")) {
                return null;
            }
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(no.value(), TradeOrderModel.PROCESS_TRADE_ORDER)
                    .singleResult();
            return instance == null ? null : instance.getId();
        });
    }

    private Optional<String> asStaff(Supplier<@Nullable String> question) {
        Account account = Account.current();
        if (account.role() != Account.Role.STAFF) {
            return Optional.empty();
        }
        identities.setAuthentication(account.name(), staff.groupsOf(account.name()));
        try {
            return Optional.ofNullable(question.get());
        } finally {
            identities.clearAuthentication();
        }
    }
}
