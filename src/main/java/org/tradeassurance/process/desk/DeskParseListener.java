package org.tradeassurance.process.desk;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmProcessDefinition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the desk's guard and the handling of submitted forms on every user task, so that no model can forget them. */
public class DeskParseListener extends AbstractBpmnParseListener {

    private final TaskListener desk;
    private final StaffNotes notes;
    private final FormChoices choices;

    public DeskParseListener(TaskListener desk, StaffNotes notes, FormChoices choices) {
        this.desk = desk;
        this.notes = notes;
        this.choices = choices;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        // Built-in listeners run even where a request asks to skip the model's own.
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, desk);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, desk);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, desk);
        task.setTaskFormHandler(new SubmittedForm.OfTask(
                task.getTaskFormHandler(),
                deployment(activity.getProcessDefinition()),
                task.getFormDefinition(),
                notes,
                choices));
        activity.getProperties().set(TaskModel.OF_ACTIVITY, TaskModel.of(element));
    }

    /** After everything in the process is read, its start form too. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getStartFormHandler() != null) {
            process.setStartFormHandler(new SubmittedForm.OfStart(
                    process.getStartFormHandler(),
                    process.getDeploymentId(),
                    process.getStartFormDefinition(),
                    notes,
                    choices));
        }
    }

    private static String deployment(PvmProcessDefinition process) {
        return process.getDeploymentId();
    }
}
