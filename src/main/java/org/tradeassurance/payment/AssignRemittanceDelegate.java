package org.tradeassurance.payment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FormAnswers;

/** "Assign remittance": the finance desk has found the order that the money is meant for, among the candidates or another (ACT-06). */
@Component
class AssignRemittanceDelegate implements JavaDelegate {

    private final Inbox inbox;

    AssignRemittanceDelegate(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String chosen = text(execution, "assignTo");
        String orderNo = chosen.equals("other") ? text(execution, "otherOrder") : chosen;
        if (!OrderNo.isOrderNo(orderNo)) {
            throw Refusal.invalidField("assignTo", "field.order-number");
        }
        inbox.assign(execution.getProcessBusinessKey(), new OrderNo(orderNo));
    }

    private static String text(DelegateExecution execution, String name) {
        return FormAnswers.value(execution, name) instanceof String text ? text.strip() : "";
    }
}
