package org.tradeassurance.model.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Which element leads to which, by the ends of the flows alone; ends that are not there are left out. */
final class Course {

    private final Collection<FlowNode> nodes;
    private final Map<FlowNode, List<SequenceFlow>> out = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> in = new HashMap<>();

    private Course(BpmnModelInstance model) {
        nodes = model.getModelElementsByType(FlowNode.class);
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource() != null && flow.getTarget() != null) {
                out.computeIfAbsent(flow.getSource(), node -> new ArrayList<>()).add(flow);
                in.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>()).add(flow);
            }
        }
    }

    static Course of(BpmnModelInstance model) {
        return new Course(model);
    }

    Collection<FlowNode> nodes() {
        return nodes;
    }

    List<SequenceFlow> out(FlowNode node) {
        return out.getOrDefault(node, List.of());
    }

    List<SequenceFlow> in(FlowNode node) {
        return in.getOrDefault(node, List.of());
    }

    /** Where an order may come: from the starts, over flows, into what is within and what hangs at the border. */
    Set<FlowNode> reached() {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(nodes.stream()
                .filter(node -> node instanceof StartEvent && node.getParentElement() instanceof Process)
                .toList());
        nodes.stream().filter(Course::isEventSubProcess).forEach(next::add);
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (reached.add(node)) {
                out(node).forEach(flow -> next.add(flow.getTarget()));
                nodes.stream()
                        .filter(other -> (other instanceof BoundaryEvent event && node.equals(event.getAttachedTo()))
                                || (other instanceof StartEvent && node.equals(other.getParentElement())))
                        .forEach(next::add);
            }
        }
        return reached;
    }

    /** What comes directly before: by a flow, around it, or within. */
    Set<FlowNode> before(FlowNode node) {
        Set<FlowNode> before = new LinkedHashSet<>();
        in(node).forEach(flow -> before.add(flow.getSource()));
        if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
            before.add(event.getAttachedTo());
        }
        if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess around) {
            if (isEventSubProcess(around)) {
                nodes.stream()
                        .filter(other ->
                                around.getParentElement().equals(other.getParentElement()) && !other.equals(around))
                        .forEach(before::add);
            } else {
                in(around).forEach(flow -> before.add(flow.getSource()));
            }
        }
        return before;
    }

    /** The last elements within a sub-process, which come before whatever follows it. */
    Set<FlowNode> within(FlowNode node) {
        Set<FlowNode> within = new LinkedHashSet<>();
        if (node instanceof SubProcess) {
            nodes.stream()
                    .filter(other -> node.equals(other.getParentElement()))
                    .forEach(within::add);
        }
        return within;
    }

    /** What an error ends in that is caught in this process: the start of an event sub-process, or an event at a border. */
    List<FlowNode> catching(FlowNode end) {
        Set<Error> thrown = end instanceof EndEvent ? errors(end) : Set.of();
        return nodes.stream()
                .filter(node -> !(node instanceof EndEvent))
                .filter(node -> errors(node).stream().anyMatch(thrown::contains))
                .toList();
    }

    private static Set<Error> errors(FlowNode node) {
        return node.getChildElementsByType(ErrorEventDefinition.class).stream()
                .map(ErrorEventDefinition::getError)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess around && around.triggeredByEvent();
    }
}
