package org.tradeassurance.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** An operator who was overtaken: the work is tried again, as commands are; a task that is gone is a refusal, not an error of ours. */
public class OvertakenInterceptor extends CommandInterceptor {

    private static final int RETRIES = 3;

    @Override
    public <T> T execute(Command<T> command) {
        if (!isWorkAtATask(command) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        for (int retry = 0; retry <= RETRIES; retry++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException overtaken) {
                // The next try sees what the other one did.
            } catch (NullValueException gone) {
                throw refusal(gone);
            }
        }
        throw refusal(new OptimisticLockingException("Overtaken again and again"));
    }

    private static boolean isWorkAtATask(Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof ClaimTaskCmd;
    }

    private static Refusal refusal(RuntimeException cause) {
        Refusal refusal = new Refusal(Problem.CONCURRENT_CHANGE, null).saying("task.gone");
        refusal.initCause(cause);
        return refusal;
    }
}
