package org.tradeassurance.payment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.FormAnswers;

/** "Record payout": the finance desk has paid a refund; it is recorded once, with the bank's reference and date (TOL-04, AMB-28). */
@Component
class RecordPayoutDelegate implements JavaDelegate {

    private static final int REFERENCE_LENGTH = 64;

    private final Postings postings;
    private final DateLimits dates;
    private final Clock clock;

    RecordPayoutDelegate(Postings postings, DateLimits dates, Clock clock) {
        this.postings = postings;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = text(execution, "payoutReference");
        if (reference.length() > REFERENCE_LENGTH) {
            throw Refusal.invalidField("payoutReference", "field.too-long", REFERENCE_LENGTH);
        }
        postings.payOut(
                execution.getProcessBusinessKey(),
                new Refund.Payout(
                        reference,
                        paidOn(text(execution, "paidOn")),
                        Account.current().name(),
                        clock.instant()));
    }

    private LocalDate paidOn(String text) {
        try {
            LocalDate date = BusinessTime.date(text);
            dates.require(null, DateLimits.Kind.PAYOUT, "paidOn", date);
            return date;
        } catch (DateTimeException e) {
            throw (Refusal) Refusal.invalidField("paidOn", "field.date").initCause(e);
        }
    }

    private static String text(DelegateExecution execution, String name) {
        if (FormAnswers.value(execution, name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw Refusal.invalidField(name, "field.required");
    }
}
