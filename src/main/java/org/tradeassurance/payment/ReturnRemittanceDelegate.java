package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Return remittance": the finance desk sends the money back to its payer; a remittance is returned once (AMB-28). */
@Component
class ReturnRemittanceDelegate implements JavaDelegate {

    private final Remittances remittances;

    ReturnRemittanceDelegate(Remittances remittances) {
        this.remittances = remittances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remittances
                .lockUnmatched(execution.getProcessBusinessKey())
                .ifPresent(
                        found -> remittances.become(found, Remittance.State.RETURNED, found.reason(), found.orderNo()));
    }
}
