package org.tradeassurance.process.desk;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Outage;

/** Outermost around every engine command: a refusal leaves the engine as it was thrown, and the request remembers it; a database that is away too. */
public class RefusalInterceptor extends CommandInterceptor {

    static final String ATTRIBUTE = Refusal.class.getName();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = refusalIn(e);
            if (refusal == null && Outage.isBehind(e)) {
                remember(new Refusal(Problem.OUTCOME_UNKNOWN, null).saying("task.outcome-unknown"));
            }
            if (refusal == null) {
                throw e;
            }
            remember(refusal);
            throw refusal;
        }
    }

    private static @Nullable Refusal refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static void remember(Refusal refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
