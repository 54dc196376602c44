package org.tradeassurance.process.desk;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.tradeassurance.process.engine.Desk;

/**
 * Staff end a task, and start a process, by its form: the other commands take any variable, leave the task by another way than the form
 * offers, or start a process in its middle.
 */
public class FormOnlyInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (passesTheForm(command) && Desk.staff() != null) {
            throw Desk.refused("task.form-only");
        }
        return next.execute(command);
    }

    private static boolean passesTheForm(Command<?> command) {
        return command instanceof CompleteTaskCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd
                || command instanceof StartProcessInstanceCmd
                || command instanceof StartProcessInstanceAtActivitiesCmd
                || command instanceof RestartProcessInstancesCmd;
    }
}
