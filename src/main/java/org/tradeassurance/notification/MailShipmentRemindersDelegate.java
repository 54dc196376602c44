package org.tradeassurance.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;

/** "Mail shipment reminders": asks {@code order-deadlines} how long before the ship-by date suppliers are reminded, and mails them. */
@Component
class MailShipmentRemindersDelegate implements JavaDelegate {

    private final DeadlineReminders reminders;
    private final Decisions decisions;

    MailShipmentRemindersDelegate(DeadlineReminders reminders, Decisions decisions) {
        this.reminders = reminders;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.shipments(decisions.daysToday(Deadline.SHIPMENT_REMINDER));
    }
}
