package org.tradeassurance.process;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Staff end a task by its form: the other commands take any variable, or leave the task by another way than the form offers. */
class FormOnlyInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (endsTaskBesideItsForm(command) && Desk.staff() != null) {
            throw Desk.refused("task.form-only");
        }
        return next.execute(command);
    }

    private static boolean endsTaskBesideItsForm(Command<?> command) {
        return command instanceof CompleteTaskCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd;
    }
}
