package org.tradeassurance.model.check;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.xml.impl.ModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.util.ModelUtil;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.camunda.bpm.model.xml.type.attribute.Attribute;
import org.jspecify.annotations.Nullable;

/** All places of a process where an expression stands. */
final class Sites {

    /** A service task's bean, and a user task's desk, are looked at with their task. */
    private static final Set<String> ELSEWHERE = Set.of("delegateExpression", "candidateGroups");

    /** Attributes of the engine that its own model does not list. */
    private static final Set<String> UNKNOWN_TO_MODEL = Set.of("errorMessage");

    private final List<Site> all = new ArrayList<>();

    private final ModelInstanceImpl model;

    private Sites(BpmnModelInstance model) {
        this.model = (ModelInstanceImpl) model;
    }

    /**
     * An expression and where it stands.
     *
     * @param owner the element that an analyst sees
     * @param at the element at which it is evaluated, null where that may be anywhere
     */
    record Site(ModelElementInstance owner, @Nullable FlowNode at, String text) {}

    static List<Site> of(BpmnModelInstance model) {
        Sites sites = new Sites(model);
        sites.look(model.getDefinitions().getDomElement(), model.getDefinitions(), null);
        return sites.all;
    }

    private void look(DomElement dom, ModelElementInstance around, @Nullable FlowNode within) {
        ModelElementInstance here = ModelUtil.getModelElement(dom, model);
        if (here instanceof Documentation || here instanceof BpmnDiagram || here instanceof TextAnnotation) {
            return;
        }
        ModelElementInstance owner = here != null && isSeen(here) ? here : around;
        FlowNode at = at(here, within);
        attributes(dom, here, owner, at);
        if (dom.getChildElements().isEmpty()) {
            add(owner, at, dom.getTextContent());
        }
        dom.getChildElements().forEach(child -> look(child, owner, at));
    }

    /** An element with an id that is no mere part of another. */
    private static boolean isSeen(ModelElementInstance element) {
        String type = element.getElementType().getTypeName();
        return element.getAttributeValue("id") != null
                && !type.endsWith("Definition")
                && !type.endsWith("Expression")
                && !type.startsWith("time");
    }

    private static @Nullable FlowNode at(@Nullable ModelElementInstance here, @Nullable FlowNode within) {
        if (here instanceof SequenceFlow flow) {
            return flow.getSource();
        }
        return here instanceof FlowNode node ? node : within;
    }

    private void attributes(
            DomElement dom, @Nullable ModelElementInstance here, ModelElementInstance owner, @Nullable FlowNode at) {
        if (here == null) {
            return;
        }
        UNKNOWN_TO_MODEL.forEach(name -> add(owner, at, String.valueOf(dom.getAttribute(CAMUNDA_NS, name))));
        for (ModelElementType type = here.getElementType(); type != null; type = type.getBaseType()) {
            for (Attribute<?> attribute : type.getAttributes()) {
                if (!ELSEWHERE.contains(attribute.getAttributeName())) {
                    String value = attribute.getNamespaceUri() == null
                            ? dom.getAttribute(attribute.getAttributeName())
                            : dom.getAttribute(attribute.getNamespaceUri(), attribute.getAttributeName());
                    add(owner, at, String.valueOf(value));
                }
            }
        }
    }

    private void add(ModelElementInstance owner, @Nullable FlowNode at, String text) {
        if (Expression.isOne(text)) {
            all.add(new Site(owner, at, text.strip()));
        }
    }
}
