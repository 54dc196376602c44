package org.tradeassurance.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** What staff do outside, such as a call to the buyer, changes no order: it stands in the operation record, with their note. */
class StaffNotes {

    private static final Map<String, String> ACTIONS = Map.of(
            "userTask_chaseDeposit", "deposit-chased",
            "userTask_chaseBalance", "balance-chased",
            "userTask_chaseLateShipment", "late-shipment-chased",
            "userTask_decideOnUnpaidOrder", "unpaid-order-decided");

    private final ApplicationContext context;

    /** @param context asked for the order's tables only when a task is completed: they need the engine's database */
    StaffNotes(ApplicationContext context) {
        this.context = context;
    }

    void keep(TaskEntity task) {
        String action = ACTIONS.get(task.getTaskDefinitionKey());
        if (action != null) {
            OrderNo no = new OrderNo(task.getExecution().getProcessBusinessKey());
            context.getBean(OperationRecord.class)
                    .add(context.getBean(Orders.class).lock(no), action, text(task, "note", "decision"));
        }
    }

    private static @Nullable String text(TaskEntity task, String... fields) {
        for (String field : fields) {
            if (task.getVariable(field) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
