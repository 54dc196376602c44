package org.tradeassurance.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;

/** "Mail reminders": asks {@code order-deadlines} how long before an end buyers are reminded, and mails them. */
@Component
class MailRemindersDelegate implements JavaDelegate {

    private final DeadlineReminders reminders;
    private final Decisions decisions;

    MailRemindersDelegate(DeadlineReminders reminders, Decisions decisions) {
        this.reminders = reminders;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.payments(decisions.daysToday(Deadline.PAYMENT_REMINDER));
        reminders.receipts(decisions.daysToday(Deadline.RECEIPT_REMINDER));
    }
}
