package org.tradeassurance.tasklist;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.tradeassurance.process.TradeOrderModel;

/** Gives every user task its card, and the order's process its way in from Tasklist, so that no model can forget them. */
class CardParseListener extends AbstractBpmnParseListener {

    private final TaskListener fill;
    private final TaskListener renew;
    private final ExecutionListener openOrder;

    /** @param renew when somebody takes a task whose facts follow no order's row */
    CardParseListener(TaskListener fill, TaskListener renew, ExecutionListener openOrder) {
        this.fill = fill;
        this.renew = renew;
        this.openOrder = openOrder;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, fill);
        if (task.getKey().equals(TradeOrderModel.TASK_MATCH_REMITTANCE)) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, renew);
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity process
                && TradeOrderModel.PROCESS_TRADE_ORDER.equals(process.getKey())) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, openOrder);
        }
    }
}
