package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Where the flows lead: everything is reached, everything leads on, and nothing is done for good that nobody has chosen. */
final class FlowRules {

    /** What a task may do on the way that is taken when no condition holds: it asks, or leaves everything as it is (decision 0022). */
    private static final Set<String> HARMLESS =
            Set.of("askForTopUpDelegate", "checkExportServiceDelegate", "declineCancellationDelegate");

    private final Found found;
    private final BpmnModelInstance model;
    private final Course course;

    private FlowRules(String file, BpmnModelInstance model) {
        this.found = new Found(file);
        this.model = model;
        this.course = Course.of(model);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            FlowRules rules = new FlowRules(file, model);
            rules.dangling();
            rules.unreached();
            rules.misplacedConditions();
            course(rules);
            all.addAll(rules.found.all());
        });
        return all;
    }

    private static void course(FlowRules rules) {
        rules.course.nodes().forEach(node -> {
            rules.leadsOn(node);
            if (node instanceof ExclusiveGateway gateway) {
                rules.choice(gateway, gateway.getDefault());
                rules.harmless(gateway);
            } else if (node instanceof InclusiveGateway gateway) {
                rules.choice(gateway, gateway.getDefault());
            }
        });
    }

    private void dangling() {
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource() == null || flow.getTarget() == null) {
                found.stops(flow, "flow.dangling");
            }
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            if (event.getAttachedTo() == null) {
                found.stops(event, "flow.unattached");
            }
        }
    }

    /** Behind a task the order would stop where the condition does not hold; behind other gateways it is never looked at. */
    private void misplacedConditions() {
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null && flow.getSource() != null)
                .filter(flow ->
                        !(flow.getSource() instanceof ExclusiveGateway || flow.getSource() instanceof InclusiveGateway))
                .forEach(flow -> found.stops(flow, "flow.condition"));
    }

    /** Of what nothing leads to, only the first: the rest follows. */
    private void unreached() {
        Set<FlowNode> reached = course.reached();
        List<FlowNode> lost =
                course.nodes().stream().filter(node -> !reached.contains(node)).toList();
        lost.stream()
                .filter(node -> course.before(node).isEmpty() && !isEndOfDangling(node) && !isInLost(node, lost))
                .forEach(node -> found.stops(node, "flow.unreached"));
        boolean circle = !lost.isEmpty()
                && lost.stream().noneMatch(node -> course.before(node).isEmpty());
        if (circle) {
            found.stops(lost.get(0), "flow.unreached");
        }
    }

    private static boolean isInLost(FlowNode node, List<FlowNode> lost) {
        return node.getParentElement() instanceof FlowNode around && lost.contains(around);
    }

    private boolean isEndOfDangling(FlowNode node) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .anyMatch(flow -> (node.getId().equals(flow.getAttributeValue("targetRef")) && flow.getSource() == null)
                        || (node.getId().equals(flow.getAttributeValue("sourceRef")) && flow.getTarget() == null));
    }

    private void leadsOn(FlowNode node) {
        boolean ends = node instanceof EndEvent || Course.isEventSubProcess(node);
        if (!ends && course.out(node).isEmpty() && !isEndOfDangling(node)) {
            found.stops(node, "flow.nowhere");
        } else if (node instanceof EndEvent && !course.out(node).isEmpty()) {
            found.stops(node, "flow.after-end");
        } else if (node instanceof StartEvent && !course.in(node).isEmpty()) {
            found.stops(node, "flow.before-start");
        }
    }

    /** Each way out of a fork has a condition, or is the one that is taken when none holds. */
    private void choice(Gateway gateway, @Nullable SequenceFlow otherwise) {
        if (course.out(gateway).size() < 2) {
            return;
        }
        for (SequenceFlow flow : course.out(gateway)) {
            if (flow.equals(otherwise) && flow.getConditionExpression() != null) {
                found.rule(flow, "choice.both");
            } else if (!flow.equals(otherwise) && flow.getConditionExpression() == null) {
                found.stops(flow, "choice.no-condition");
            }
        }
    }

    private void harmless(ExclusiveGateway gateway) {
        List<String> done = doneByDefault(gateway.getDefault(), new HashSet<>());
        if (!done.isEmpty()) {
            found.stops(gateway, "choice.for-good", done);
        }
    }

    /** What is done on a way, by default again at each fork, before it waits. */
    private List<String> doneByDefault(@Nullable SequenceFlow flow, Set<FlowNode> seen) {
        if (flow == null || flow.getTarget() == null || !seen.add(flow.getTarget()) || waits(flow.getTarget())) {
            return List.of();
        }
        FlowNode next = flow.getTarget();
        if (next instanceof ExclusiveGateway fork && course.out(fork).size() > 1) {
            return doneByDefault(fork.getDefault(), seen);
        }
        List<String> done = new ArrayList<>(isForGood(next) ? List.of(next.getId()) : List.of());
        course.out(next).forEach(onward -> done.addAll(doneByDefault(onward, seen)));
        return done;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof SubProcess
                || node instanceof CallActivity
                || node instanceof CatchEvent
                || node instanceof EventBasedGateway;
    }

    private static boolean isForGood(FlowNode node) {
        if (TaskRules.acts(node)) {
            String bean = TaskRules.bean(node);
            return bean != null && Beans.type(bean) != null && !HARMLESS.contains(bean);
        }
        return node instanceof EndEvent
                && !node.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
    }
}
