package org.tradeassurance.tasklist;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.tradeassurance.process.TradeOrderModel;

/** Gives every user task its card, and the order's process its way in from Tasklist, so that no model can forget them. */
class CardParseListener extends AbstractBpmnParseListener {

    private final TaskListener fill;
    private final ExecutionListener openOrder;

    CardParseListener(TaskListener fill, ExecutionListener openOrder) {
        this.fill = fill;
        this.openOrder = openOrder;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, fill);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity process
                && TradeOrderModel.PROCESS_TRADE_ORDER.equals(process.getKey())) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, openOrder);
        }
    }
}
