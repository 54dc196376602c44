package org.tradeassurance.process.desk;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** What staff do outside, such as a call to the buyer, changes no order: it stands in the operation record, with their note. */
public class StaffNotes {

    private static final Map<String, Fact> FACTS = Map.of(
            "userTask_chaseDeposit", Fact.DEPOSIT_CHASED,
            "userTask_chaseBalance", Fact.BALANCE_CHASED,
            "userTask_chaseLateShipment", Fact.LATE_SHIPMENT_CHASED,
            "userTask_decideOnUnpaidOrder", Fact.UNPAID_ORDER_DECIDED);

    /** An order that is closed tells it itself, as it does by any other door. */
    private static final String CLOSE = "close";

    private final ApplicationContext context;

    /** @param context asked for the order's tables only when a task is completed: they need the engine's database */
    public StaffNotes(ApplicationContext context) {
        this.context = context;
    }

    void keep(TaskEntity task) {
        Fact fact = FACTS.get(task.getTaskDefinitionKey());
        if (fact != null && !CLOSE.equals(task.getVariable("decision"))) {
            OrderNo no = new OrderNo(task.getExecution().getProcessBusinessKey());
            context.getBean(OperationRecord.class)
                    .add(context.getBean(Orders.class).lock(no), fact, text(task, "note", "decision"));
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
