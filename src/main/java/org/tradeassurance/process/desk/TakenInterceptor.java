package org.tradeassurance.process.desk;

import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.tradeassurance.process.engine.Desk;

/** Two reach for one task: who comes second learns who has it. */
public class TakenInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException taken) {
            throw Desk.refused("task.taken", Desk.nameOf(taken.getTaskAssignee()));
        }
    }
}
