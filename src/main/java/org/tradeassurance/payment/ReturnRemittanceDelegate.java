package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Return remittance": the finance desk sends the money back to its payer; a remittance is returned once (AMB-28). */
@Component
class ReturnRemittanceDelegate implements JavaDelegate {

    private final Inbox inbox;

    ReturnRemittanceDelegate(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inbox.giveBack(execution.getProcessBusinessKey());
    }
}
