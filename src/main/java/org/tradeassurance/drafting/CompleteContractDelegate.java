package org.tradeassurance.drafting;

import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

/** "Complete contract": what the form of a draft has filled in goes into its contract (DRF-01..10, NEG-08). */
@Component
class CompleteContractDelegate implements JavaDelegate {

    private final Revisions revisions;

    CompleteContractDelegate(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revisions.complete(new OrderNo(execution.getProcessBusinessKey()), OrderForm.ofDraft(answers(execution)));
    }

    /** What a form has said, by name. */
    static Function<String, @Nullable Object> answers(DelegateExecution execution) {
        return name -> {
            Object value = execution.getVariable(name);
            return value instanceof SpinJsonNode json ? json.unwrap() : value;
        };
    }
}
