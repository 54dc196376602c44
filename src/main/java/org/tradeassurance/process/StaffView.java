package org.tradeassurance.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/%s/runtime";

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
        return asStaff(desks -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            return task == null ? null : processInstance(task.getProcessInstanceId());
        });
    }

    private String processInstance(String id) {
        ProcessInstance instance =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    /** Where Cockpit shows the running process of an order; nothing if it has ended or this member does not work in Cockpit. */
    public Optional<String> cockpitPageOf(OrderNo no) {
        return asStaff(desks -> {
            if (!authorizations.isUserAuthorized(
                    Account.current().name(), desks, Permissions.ACCESS, Resources.APPLICATION, "cockpit")) {
                return null;
            }
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(no.value(), TradeOrderModel.PROCESS_TRADE_ORDER)
                    .singleResult();
            return instance == null ? null : COCKPIT.formatted(instance.getId());
        });
    }

    /** @param question asked with the member's desks, under the member's name: the engine then answers no list without a bound */
    private Optional<String> asStaff(Function<List<String>, @Nullable String> question) {
        Account account = Account.current();
        if (account.role() != Account.Role.STAFF) {
            return Optional.empty();
        }
        List<String> desks = staff.groupsOf(account.name());
        identities.setAuthentication(account.name(), desks);
        try {
            return Optional.ofNullable(question.apply(desks));
        } finally {
            identities.clearAuthentication();
        }
    }
}
