package org.tradeassurance.notification;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.process.Decisions;

/** "Mail reminders": asks {@code order-deadlines} how long before an end buyers are reminded, and mails them. */
@Component
class MailRemindersDelegate implements JavaDelegate {

    private final DeadlineReminders reminders;
    private final Decisions decisions;
    private final Clock clock;

    MailRemindersDelegate(DeadlineReminders reminders, Decisions decisions, Clock clock) {
        this.reminders = reminders;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        reminders.payments(decisions.days(null, "PAYMENT_REMINDER", today));
        reminders.receipts(decisions.days(null, "RECEIPT_REMINDER", today));
    }
}
