package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Each date that tables give an order is waited for: else its row has no effect, and what was to happen then never does. */
final class DateRules {

    /** What begins every day by itself. */
    private static final Set<String> DAILY =
            Set.of("remind-buyers", "remind-suppliers", "review-inactive-suppliers", "escalate-overdue-tasks");

    private DateRules() {}

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            Found found = new Found(file);
            Map<String, List<TimerEventDefinition>> timers = timers(model);
            Set<String> awaited =
                    timers.values().stream().flatMap(DateRules::asked).collect(Collectors.toSet());
            String process = Folder.nameOf(file);
            Told.DATES.stream()
                    .filter(date -> date.process().equals(process) && !awaited.contains(date.date()))
                    .forEach(date -> unawaited(found, model, date, timers.getOrDefault(date.element(), List.of())));
            if (DAILY.contains(process) && timers.isEmpty()) {
                model.getModelElementsByType(StartEvent.class).stream()
                        .findFirst()
                        .ifPresent(start -> found.stops(start, "date.daily"));
            }
            all.addAll(found.all());
        });
        return all;
    }

    /** A timer whose date cannot be read, or that has none, is a fault of its own. */
    private static void unawaited(
            Found found, BpmnModelInstance model, Told.Date date, List<TimerEventDefinition> timers) {
        if (!(model.getModelElementById(date.element()) instanceof FlowNode event)) {
            found.stops(Place.at("element", date.element()), "date.gone", date.date(), date.row());
        } else if (timers.isEmpty()) {
            found.stops(event, "date.deaf", date.date(), date.row());
        } else if (timers.stream().allMatch(timer -> isSound(found.file(), timer))) {
            found.stops(event, "date.other", date.date(), date.row());
        }
    }

    private static boolean isSound(String file, TimerEventDefinition timer) {
        try {
            return timer.getTimeDate() != null
                    && !text(timer.getTimeDate()).isEmpty()
                    && Calls.check(new Found(file), timer, Expression.of(text(timer.getTimeDate())));
        } catch (Expression.Unreadable e) {
            return false;
        }
    }

    private static Map<String, List<TimerEventDefinition>> timers(BpmnModelInstance model) {
        return model.getModelElementsByType(TimerEventDefinition.class).stream()
                .collect(Collectors.groupingBy(
                        timer -> String.valueOf(timer.getParentElement().getAttributeValue("id"))));
    }

    /** {@code order.paymentDue}. */
    private static Stream<String> asked(List<TimerEventDefinition> timers) {
        return timers.stream()
                .filter(timer -> timer.getTimeDate() != null)
                .flatMap(timer -> Stream.of(text(timer.getTimeDate()).split("[^\\w.]+", -1)));
    }

    private static String text(TimeDate date) {
        return date.getTextContent().strip();
    }
}
