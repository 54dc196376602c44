package org.tradeassurance.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;

/** Incidents that say what failed: the order, the step as the model names it, and why. */
public class FailedJobs extends DefaultIncidentHandler {

    public FailedJobs() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        String why = message == null || message.isBlank() ? "Its stack trace says why." : message;
        return super.handleIncident(context, what(context) + why);
    }

    private static String what(IncidentContext context) {
        ExecutionEntity execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        if (execution == null) {
            return "";
        }
        ActivityImpl activity = execution.getProcessDefinition().findActivity(context.getActivityId());
        // An activity keeps its name as a property; only that of a service task has it for itself too.
        Object name = activity == null ? null : activity.getProperty("name");
        String step = name == null ? context.getActivityId() : name.toString();
        String key = execution.getProcessBusinessKey();
        String subject = key == null ? "" : (OrderNo.isOrderNo(key) ? "Order " : "") + key + ": ";
        return "%s\"%s\" failed. ".formatted(subject, step);
    }
}
