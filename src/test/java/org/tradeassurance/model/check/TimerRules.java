package org.tradeassurance.model.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** When something happens: dates of the order's row, and the rhythm of daily work. */
final class TimerRules {

    /** The order whose date it is. */
    private static final String OF_ORDER = "execution.processBusinessKey";

    private TimerRules() {}

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> all.addAll(check(new Found(file), model)));
        return all;
    }

    private static List<Finding> check(Found found, BpmnModelInstance model) {
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            ModelElementInstance event = timer.getParentElement();
            List<String> given = Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration())
                    .filter(one -> one != null)
                    .map(one -> one.getTextContent().strip())
                    .toList();
            boolean rhythm = event instanceof StartEvent && event.getParentElement() instanceof Process;
            if (given.size() != 1 || given.get(0).isEmpty()) {
                found.stops(event, "timer.none");
            } else if (rhythm) {
                cycle(found, event, timer.getTimeCycle() == null ? "" : given.get(0));
            } else if (timer.getTimeDate() != null) {
                date(found, event, given.get(0));
            } else if (timer.getTimeCycle() != null) {
                found.stops(event, "timer.cycle-here");
            }
        }
        model.getModelElementsByType(UserTask.class).forEach(task -> due(found, task, task.getCamundaDueDate()));
        return found.all();
    }

    private static void due(Found found, UserTask task, @Nullable String due) {
        if (due != null && !due.isBlank()) {
            date(found, task, due.strip());
        }
    }

    private static void date(Found found, ModelElementInstance element, String text) {
        if (!Expression.isOne(text)) {
            found.stops(element, "timer.date", text);
        } else if (isReadable(text) && !text.contains(OF_ORDER)) {
            found.rule(element, "timer.row", text);
        }
    }

    private static boolean isReadable(String text) {
        try {
            return !Expression.of(text).identifiers().isEmpty();
        } catch (Expression.Unreadable e) {
            return false;
        }
    }

    /** {@code R/2000-01-01T08:00:00+08:00/PT24H}: a first time, and what lies between two. */
    private static void cycle(Found found, ModelElementInstance event, String text) {
        String[] parts = text.split("/", -1);
        boolean right = parts.length == 3
                && parts[0].equals("R")
                && reads(() -> ZonedDateTime.parse(parts[1]))
                && isLength(parts[2]);
        if (!right) {
            found.stops(event, "timer.cycle", text.isEmpty() ? "-" : text);
        }
    }

    private static boolean isLength(String text) {
        return reads(() -> Duration.parse(text)) || reads(() -> Period.parse(text));
    }

    private static boolean reads(Supplier<?> reading) {
        try {
            return reading.get() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
