package org.tradeassurance.drafting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/**
 * At the start of an order's process. A backend has stored its order and names it; staff start the process by its form, and the order is
 * opened from what they filled in, by the same rules.
 */
@Component
public class OpenOrderListener implements ExecutionListener {

    private final Drafts drafts;

    OpenOrderListener(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateExecution start) {
        if (Account.current().role() != Account.Role.STAFF) {
            return;
        }
        if (start.getProcessBusinessKey() != null) {
            // A second process for an order that has one.
            throw new Refusal(Problem.FORBIDDEN, null);
        }
        OrderNo no = drafts.store(new OrderForm(CompleteContractDelegate.answers(start)).request());
        start.setProcessBusinessKey(no.value());
        start.removeVariables();
    }
}
