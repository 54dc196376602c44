package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.DrawnTask;

/** How things are called in the models. */
final class NameRules {

    private static final String KEBAB = "[a-z]+(-[a-z]+)+";
    private static final Set<String> EMPTY_VERBS = Set.of("Process", "Handle", "Do", "Perform", "Manage");
    private static final List<String> TYPES = List.of(
            "startEvent", "endEvent", "userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess");

    private final Found found;
    private final Course course;

    private NameRules(String file, BpmnModelInstance model) {
        this.found = new Found(file);
        this.course = Course.of(model);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            NameRules rules = new NameRules(file, model);
            rules.check(model);
            all.addAll(rules.found.all());
        });
        return all;
    }

    private void check(BpmnModelInstance model) {
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                id(element);
            }
        }
        course.nodes().forEach(this::name);
        model.getModelElementsByType(Process.class).forEach(this::chinese);
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element ->
                        element.getName() != null && !element.getName().isBlank())
                .forEach(this::chinese);
        model.getModelElementsByType(Message.class).forEach(message -> kebab(message, message.getName()));
        model.getModelElementsByType(Error.class).forEach(error -> kebab(error, error.getErrorCode()));
        model.getModelElementsByType(Escalation.class)
                .forEach(escalation -> kebab(escalation, escalation.getEscalationCode()));
    }

    /** Who reads Chinese sees it on diagrams, cards and order pages. */
    private void chinese(BaseElement element) {
        String name = DrawnTask.property(element, "nameZh");
        boolean said = name != null && name.matches(".*\\p{IsHan}.*");
        if (!said && !PropertyRules.isMisspelt(element, DrawnTask.CHINESE_NAME)) {
            found.rule(element, "name.chinese");
        }
    }

    private void id(FlowElement element) {
        if (!element.getId().matches("(" + typeOf(element) + ")_[a-z]+([A-Z][a-z]*)*")) {
            found.rule(element, "name.id");
        }
    }

    private void name(FlowNode node) {
        String name = node.getName() == null ? "" : node.getName();
        if (node instanceof Activity) {
            boolean said = name.matches("[A-Z][a-z]+( [a-z'-]+)+");
            if (!said || EMPTY_VERBS.contains(name.split(" ", -1)[0])) {
                found.rule(node, "name.activity");
            }
        } else if (node instanceof Event && !name.matches("[A-Z][a-z-]+( [a-z-]+)+")) {
            found.rule(node, "name.event");
        } else if (node instanceof Gateway gateway) {
            gateway(gateway, name);
        }
    }

    private void gateway(Gateway gateway, String name) {
        boolean asks = (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
                && course.out(gateway).size() > 1;
        if (asks != name.endsWith("?") || (!asks && !name.isEmpty())) {
            found.rule(gateway, asks ? "name.question" : "name.no-question");
        }
        course.out(gateway).stream()
                .filter(flow ->
                        asks == (flow.getName() == null || flow.getName().isBlank()))
                .forEach(flow -> found.rule(flow, asks ? "name.answer" : "name.no-answer"));
    }

    private void kebab(ModelElementInstance element, @Nullable String name) {
        if (name == null || !name.matches(KEBAB)) {
            found.rule(element, "name.kebab");
        }
    }

    private static String typeOf(FlowElement element) {
        String type = element.getElementType().getTypeName();
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        if (type.equals("sequenceFlow")) {
            return "flow";
        }
        if (TaskRules.acts(element)) {
            return "serviceTask|businessRuleTask"; // what is done by code may have become a decision since, and ids
            // never change
        }
        return TYPES.contains(type) ? type : "event";
    }
}
