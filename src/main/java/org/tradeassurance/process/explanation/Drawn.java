package org.tradeassurance.process.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.DrawnTask;
import org.tradeassurance.process.explanation.Explanation.Next;

/** An element as its model draws it: what it is called, what dates it, and what follows. */
final class Drawn {

    private final FlowNode node;
    private final Map<String, String> chinese;
    private final Locale locale;

    /** @param chinese the Chinese names of the model's elements, by id */
    Drawn(FlowNode node, Map<String, String> chinese, Locale locale) {
        this.node = node;
        this.chinese = chinese;
        this.locale = locale;
    }

    /** Events that interrupt or go beside something do not hold the order: it waits for what they are attached to. */
    boolean isPlace() {
        return !(node instanceof BoundaryEvent || node instanceof StartEvent);
    }

    Words words() {
        return words(node);
    }

    String name() {
        return words(node).en();
    }

    /** Null where the model has no such extension property. */
    @Nullable
    String property(String name) {
        return DrawnTask.property(node, name);
    }

    /** The expression of the date until which it waits. */
    String date() {
        if (node instanceof UserTask task) {
            return Objects.requireNonNullElse(task.getCamundaDueDate(), "");
        }
        return node instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                        .map(date -> date == null ? "" : date.getTextContent())
                        .collect(Collectors.joining())
                : "";
    }

    /** Whether a timer ends what this element waits for, at once or because it goes beside it: the nearest scope comes first. */
    boolean isDatedBy(Drawn timer, ModelElementInstance scope) {
        return timer.node instanceof BoundaryEvent event
                ? event.getAttachedTo().equals(scope)
                : !scope.equals(node) && scopeOf(timer.node).equals(scope);
    }

    /** The element itself and what is around it in its model, from the inside out. */
    List<ModelElementInstance> scopes() {
        List<ModelElementInstance> scopes = new ArrayList<>(List.of(node));
        for (var around = node.getParentElement(); around != null; around = around.getParentElement()) {
            scopes.add(around);
        }
        return scopes;
    }

    private static ModelElementInstance scopeOf(FlowNode timer) {
        boolean beside = timer instanceof StartEvent
                && timer.getParentElement() instanceof SubProcess event
                && event.triggeredByEvent();
        return beside ? timer.getParentElement().getParentElement() : timer.getParentElement();
    }

    /** What happens when it is done; of an event that goes beside something or interrupts it, when it comes about. */
    List<Next> next() {
        return isPlace() ? answers() : List.of(new Next(words(node), behind(node.getOutgoing())));
    }

    /** A gateway that asks how it was done has a flow for each answer. */
    private List<Next> answers() {
        List<SequenceFlow> ways = List.copyOf(node.getOutgoing());
        if (ways.size() == 1 && ways.get(0).getTarget() instanceof Gateway gateway && isQuestion(gateway)) {
            return gateway.getOutgoing().stream()
                    .map(answer -> new Next(together(words(gateway), words(answer)), behind(List.of(answer))))
                    .toList();
        }
        return List.of(new Next(words(node), behind(ways)));
    }

    private static Words together(Words question, Words answer) {
        return new Words(question.en() + " " + answer.en(), question.zh() + " " + answer.zh());
    }

    private static boolean isQuestion(Gateway gateway) {
        return gateway.getName() != null && gateway.getOutgoing().size() > 1;
    }

    private String behind(Collection<SequenceFlow> ways) {
        Set<FlowNode> named = new LinkedHashSet<>();
        ways.forEach(way -> follow(way.getTarget(), named, new HashSet<>()));
        return named.stream()
                .map(this::words)
                .map(words -> locale.getLanguage().equals("zh") ? words.zh() : words.en())
                .collect(Collectors.joining(", "));
    }

    /** Joins and forks have no name: what follows them counts. */
    private static void follow(FlowNode target, Set<FlowNode> named, Set<FlowNode> seen) {
        if (target.getName() != null || target.getOutgoing().isEmpty()) {
            named.add(target);
        } else if (seen.add(target)) {
            target.getOutgoing().forEach(way -> follow(way.getTarget(), named, seen));
        }
    }

    private Words words(FlowElement element) {
        String en = Objects.requireNonNullElse(element.getName(), element.getId());
        return new Words(en, chinese.getOrDefault(element.getId(), en));
    }
}
