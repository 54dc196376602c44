package org.tradeassurance.process.desk;

import static org.tradeassurance.process.TradeOrderModel.TASK_CHASE_BALANCE;
import static org.tradeassurance.process.TradeOrderModel.TASK_CHASE_DEPOSIT;
import static org.tradeassurance.process.TradeOrderModel.TASK_CHASE_LATE_SHIPMENT;
import static org.tradeassurance.process.TradeOrderModel.TASK_DECIDE_ON_UNPAID_ORDER;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.OrderFields;
import org.tradeassurance.order.OrderFields.Answer;
import org.tradeassurance.order.OrderFields.Form;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.FormAnswers;
import org.tradeassurance.process.TradeOrderModel;

/**
 * What staff do that changes no order, such as a call to the buyer, or a step that only a model knows: it stands in the operation record,
 * with their note. What their forms ask beyond what their steps need is kept with the order.
 */
public class StaffNotes {

    private static final Map<String, Fact> FACTS = Map.of(
            TASK_CHASE_DEPOSIT, Fact.DEPOSIT_CHASED,
            TASK_CHASE_BALANCE, Fact.BALANCE_CHASED,
            TASK_CHASE_LATE_SHIPMENT, Fact.LATE_SHIPMENT_CHASED,
            TASK_DECIDE_ON_UNPAID_ORDER, Fact.UNPAID_ORDER_DECIDED);

    /** An order that is closed tells it itself, as it does by any other door. */
    private static final String CLOSE = "close";

    private final ApplicationContext context;

    /** @param context asked for the order's tables only when a task is completed: they need the engine's database */
    public StaffNotes(ApplicationContext context) {
        this.context = context;
    }

    /** When a task is completed. */
    void keep(TaskEntity task) {
        Fact fact = FACTS.get(task.getTaskDefinitionKey());
        if (fact != null && !CLOSE.equals(FormAnswers.value(task, "decision"))) {
            OrderNo no = new OrderNo(task.getExecution().getProcessBusinessKey());
            context.getBean(OperationRecord.class)
                    .add(context.getBean(Orders.class).lock(no), fact, detail(task));
        }
        Form form = form(task);
        if (form != null && !TradeOrderModel.isOwn(form.task())) {
            fields().tell(form, FormAnswers.ofOwnStep());
        }
    }

    /** When a form is submitted: what nobody will have asked for is kept at the end of the transaction. */
    void given(List<Answer> answers, VariableScope scope) {
        context.getBean(OperationRecord.class).begin();
        if (scope instanceof TaskEntity task) {
            Form form = form(task);
            if (form != null) {
                FormAnswers.given(answers, left -> keep(form, left));
            }
        } else if (scope instanceof ExecutionEntity start) {
            String element = start.getActivity().getId();
            String name = String.valueOf(start.getProcessDefinition().getName());
            // The order that the process is about has its number only afterwards.
            FormAnswers.given(answers, left -> keep(new Form(start.getBusinessKey(), element, name, null), left));
        }
    }

    private void keep(Form form, List<Answer> left) {
        if (TradeOrderModel.isOwn(form.task())) {
            fields().tell(form, left);
        }
        fields().keep(form, left);
    }

    private OrderFields fields() {
        return context.getBean(OrderFields.class);
    }

    private static @Nullable Form form(TaskEntity task) {
        TaskModel model = TaskModel.of(task);
        String key = task.getExecution().getProcessBusinessKey();
        return model == null || key == null ? null : new Form(key, model.id(), model.name(), model.side());
    }

    /** What was said, and the day on which the desk is asked again. */
    private static @Nullable String detail(TaskEntity task) {
        String said = text(task, "note", "decision");
        String next = text(task, "nextOn");
        if (said == null || next == null) {
            return said == null ? next : said;
        }
        return said + " · " + next;
    }

    private static @Nullable String text(TaskEntity task, String... fields) {
        for (String field : fields) {
            if (FormAnswers.value(task, field) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
