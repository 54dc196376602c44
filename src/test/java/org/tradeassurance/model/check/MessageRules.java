package org.tradeassurance.model.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** Whoever waits for money, goods or a party's word hears of it: each message is sent by the code, and heard where it must be. */
final class MessageRules {

    private final Found found;
    private final BpmnModelInstance model;
    private final Course course;
    private final Set<String> sent = ProcessRules.constants("MESSAGE");

    private MessageRules(String file, BpmnModelInstance model) {
        this.found = new Found(file);
        this.model = model;
        this.course = Course.of(model);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            MessageRules rules = new MessageRules(file, model);
            rules.known();
            rules.heard(Folder.nameOf(file));
            all.addAll(rules.found.all());
        });
        return all;
    }

    private void known() {
        for (Message message : model.getModelElementsByType(Message.class)) {
            if (!sent.contains(name(message))) {
                found.stops(message, "message.unknown", name(message), Near.hint(name(message), sent));
            }
        }
        for (MessageEventDefinition event : model.getModelElementsByType(MessageEventDefinition.class)) {
            if (event.getMessage() == null) {
                found.stops(event.getParentElement(), "message.none");
            }
        }
    }

    private void heard(String process) {
        Map<String, Set<String>> renamed = new TreeMap<>();
        for (Told.Catch one : Told.CATCHES) {
            if (one.process().equals(process)) {
                heard(one, renamed);
            }
        }
        renamed.forEach((message, expected) -> {
            Message wrong = model.getModelElementById(message);
            found.stops(wrong, "message.renamed", wrong.getName(), expected);
        });
    }

    private void heard(Told.Catch expected, Map<String, Set<String>> renamed) {
        FlowNode event = event(expected.element());
        if (event == null) {
            found.stops(Place.at("element", expected.element()), "message.gone", expected.message());
            return;
        }
        Message message = message(event);
        if (message == null) {
            if (event.getChildElementsByType(MessageEventDefinition.class).isEmpty()) {
                found.stops(event, "message.deaf", expected.message());
            }
        } else if (!sent.contains(name(message))) {
            return; // said of the message itself
        } else if (!expected.message().equals(message.getName())) {
            if (hearsOnlyWrongly(message)) {
                renamed.computeIfAbsent(message.getId(), id -> new TreeSet<>()).add(expected.message());
            } else {
                found.stops(event, "message.other", message.getName(), expected.message());
            }
        } else if (isCutShort(event, expected.then())) {
            found.stops(event, "message.then", expected.message(), expected.then());
        }
    }

    /** Whether all who listen to a message of the model should hear another: then it is the message whose name is wrong. */
    private boolean hearsOnlyWrongly(Message message) {
        String process = Folder.nameOf(found.file());
        return Told.CATCHES.stream()
                .filter(one ->
                        one.process().equals(process) && message.getName().equals(one.message()))
                .noneMatch(one -> {
                    FlowNode event = event(one.element());
                    return event != null && message.equals(message(event));
                });
    }

    private static String name(Message message) {
        return message.getName() == null || message.getName().isBlank() ? "-" : message.getName();
    }

    private @Nullable FlowNode event(String id) {
        return model.getModelElementById(id) instanceof FlowNode node ? node : null;
    }

    private static @Nullable Message message(FlowNode event) {
        return event.getChildElementsByType(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getMessage)
                .filter(message -> message != null)
                .findFirst()
                .orElse(null);
    }

    /** What must follow is in the diagram, and the way does not come there; that it leads nowhere, or is gone, is said elsewhere. */
    private boolean isCutShort(FlowNode event, String then) {
        boolean there = course.nodes().stream().anyMatch(node -> then.equals(TaskRules.bean(node)));
        boolean leads = event instanceof StartEvent || !course.out(event).isEmpty();
        return there && leads && !leadsTo(event, then);
    }

    /** Over flows, into sub-processes and out of them. */
    private boolean leadsTo(FlowNode event, String bean) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(List.of(event));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (bean.equals(TaskRules.bean(node))) {
                return true;
            }
            if (seen.add(node)) {
                course.out(node).forEach(flow -> next.add(flow.getTarget()));
                next.addAll(course.within(node));
                next.addAll(course.catching(node));
                if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess around) {
                    course.out(around).forEach(flow -> next.add(flow.getTarget()));
                }
            }
        }
        return false;
    }
}
