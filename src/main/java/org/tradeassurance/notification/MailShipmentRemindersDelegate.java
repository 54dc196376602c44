package org.tradeassurance.notification;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.process.Decisions;

/** "Mail shipment reminders": asks {@code order-deadlines} how long before the ship-by date suppliers are reminded, and mails them. */
@Component
class MailShipmentRemindersDelegate implements JavaDelegate {

    private final DeadlineReminders reminders;
    private final Decisions decisions;
    private final Clock clock;

    MailShipmentRemindersDelegate(DeadlineReminders reminders, Decisions decisions, Clock clock) {
        this.reminders = reminders;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        reminders.shipments(decisions.days(null, "SHIPMENT_REMINDER", today), decisions.days(null, "SHIP_BY", today));
    }
}
