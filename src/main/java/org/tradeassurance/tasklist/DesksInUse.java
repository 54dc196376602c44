package org.tradeassurance.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.DrawnTask;
import org.tradeassurance.process.DrawnTasks;
import org.tradeassurance.tasklist.DeskPlan.Queue;

/** The desks and queues as the last start has set them up, kept so that no page reads all models for them. */
@Component
class DesksInUse {

    private final DrawnTasks models;
    private volatile DeskPlan plan = DeskPlan.read();
    private volatile Map<String, Words> names = Map.of();

    DesksInUse(DrawnTasks models) {
        this.models = models;
    }

    /** Reads the models. */
    List<DrawnTask> drawn() {
        return models.inUse();
    }

    void set(DeskPlan all, List<DrawnTask> drawn) {
        Map<String, Words> byId = new LinkedHashMap<>();
        drawn.forEach(task -> byId.putIfAbsent(task.id(), Words.of(task.name())));
        names = Map.copyOf(byId);
        plan = all;
    }

    /** What a task is called; one of a model that was deployed since goes by the engine's name. */
    Words nameOf(String task, String engines) {
        return names.getOrDefault(task, Words.of(engines));
    }

    List<Queue> queuesOf(Viewer viewer) {
        return plan.queues().stream()
                .filter(queue -> viewer.isAdmin() || queue.desks().stream().anyMatch(viewer.groups()::contains))
                .toList();
    }

    DeskPlan.Handling handling() {
        return plan.handling();
    }

    List<DeskPlan.CardVariable> card(Queue queue) {
        return plan.card(queue);
    }

    /** The desks of the viewer that work, in the plan's order; an administrator's are all. */
    List<DeskPlan.Desk> desksOf(Viewer viewer) {
        return plan.desks().stream()
                .filter(DeskPlan.Desk::works)
                .filter(desk -> viewer.isAdmin() || viewer.groups().contains(desk.group()))
                .toList();
    }

    /** The desks that somebody is a member of. */
    Set<String> working(Viewer person) {
        return plan.desks().stream()
                .filter(DeskPlan.Desk::works)
                .map(DeskPlan.Desk::group)
                .filter(person.groups()::contains)
                .collect(Collectors.toSet());
    }

    /** Whether the viewer sees whatever is open: who observes, and administrators. */
    boolean seesAll(Viewer viewer) {
        Set<String> groups = viewer.groups();
        return viewer.isAdmin()
                || plan.desks().stream().anyMatch(desk -> desk.observes() && groups.contains(desk.group()));
    }
}
