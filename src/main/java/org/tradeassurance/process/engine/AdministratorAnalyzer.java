package org.tradeassurance.process.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A first administrator whom the engine does not take: by its name, or by its password. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdministratorAnalyzer extends AbstractFailureAnalyzer<ProcessEngineException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, ProcessEngineException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("User has an invalid id")) {
            return new FailureAnalysis("Set camunda.bpm.admin-user.id to letters, digits and hyphens.", null, failure);
        }
        return reason.contains("Password does not match policy")
                ? new FailureAnalysis(
                        "Set camunda.bpm.admin-user.password to a longer one; trade-assurance.staff.password-length says how long.",
                        null,
                        failure)
                : null;
    }
}
