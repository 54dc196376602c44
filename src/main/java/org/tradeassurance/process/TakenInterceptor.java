package org.tradeassurance.process;

import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Two reach for one task: who comes second learns who has it. */
class TakenInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException taken) {
            throw Desk.refused("task.taken", Desk.nameOf(taken.getTaskAssignee()));
        }
    }
}
