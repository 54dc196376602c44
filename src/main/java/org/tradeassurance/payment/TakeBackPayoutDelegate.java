package org.tradeassurance.payment;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FormAnswers;

/** "Take back payout": the finance desk has found the refund whose pay-out the bank has sent back, among those offered or another (BNK-09). */
@Component
class TakeBackPayoutDelegate implements JavaDelegate {

    private static final Pattern NUMBER = Pattern.compile("RF-\\d{1,18}");

    private final Postings postings;

    TakeBackPayoutDelegate(Postings postings) {
        this.postings = postings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String chosen = text(execution, "returnedRefund");
        String refundNo = chosen.equals("other") ? text(execution, "otherRefund") : chosen;
        if (!NUMBER.matcher(refundNo).matches()) {
            throw Refusal.invalidField("returnedRefund", "field.refund-number");
        }
        postings.takeBack(execution.getProcessBusinessKey(), refundNo);
    }

    private static String text(DelegateExecution execution, String name) {
        return FormAnswers.value(execution, name) instanceof String text ? text.strip() : "";
    }
}
