package org.tradeassurance.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.tasklist.OverdueTasks.OverdueTask;

/** "Escalate overdue tasks": raises each task that is overdue, once, and mails the leads of its desk (ACT-06). */
@Component
class EscalateOverdueTasksDelegate implements JavaDelegate {

    /** On the card of an escalated task: since when. */
    static final String ESCALATED = "escalated";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    /** In one transaction; what is left follows on the next morning. */
    private static final int MOST_TASKS = 1000;

    private static final int MOST_LINES = 50;

    private final OverdueTasks overdue;
    private final DeskPlan.Handling handling = DeskPlan.read().handling();
    private final TaskService tasks;
    private final IdentityService identities;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Clock clock;
    private final String publicUrl;

    EscalateOverdueTasksDelegate(
            OverdueTasks overdue,
            TaskService tasks,
            IdentityService identities,
            Decisions decisions,
            Outbox outbox,
            Clock clock,
            @Value("${trade-assurance.public-url}") String publicUrl) {
        this.overdue = overdue;
        this.tasks = tasks;
        this.identities = identities;
        this.decisions = decisions;
        this.outbox = outbox;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        int days = decisions.daysToday(Deadline.ESCALATION);
        int escalated = handling.escalated();
        Map<String, List<OverdueTask>> byDesk =
                overdue.find(now.minus(Duration.ofDays(days)), escalated, MOST_TASKS).stream()
                        .collect(Collectors.groupingBy(OverdueTask::desk, TreeMap::new, Collectors.toList()));
        byDesk.forEach((desk, found) -> {
            for (OverdueTask task : found) {
                tasks.setPriority(task.id(), escalated);
                tasks.setVariableLocal(task.id(), ESCALATED, MINUTE.format(now));
            }
            mailLeads(desk, lines(found));
        });
    }

    private void mailLeads(String desk, String lines) {
        for (User lead :
                identities.createUserQuery().memberOfGroup(desk + "-lead").list()) {
            if (lead.getEmail() != null && !lead.getEmail().isBlank()) {
                outbox.mailStaff(lead.getEmail(), "tasks-overdue", lines);
            }
        }
    }

    private String lines(List<OverdueTask> found) {
        String lines = found.stream().limit(MOST_LINES).map(this::line).collect(Collectors.joining("\n"));
        return found.size() > MOST_LINES ? lines + "\n+ " + (found.size() - MOST_LINES) : lines;
    }

    private String line(OverdueTask task) {
        return "%s  %s  %s\n  %s"
                .formatted(
                        MINUTE.format(task.due()),
                        task.about(),
                        task.name(),
                        publicUrl + TaskLinkController.pathOf(task.id()));
    }
}
