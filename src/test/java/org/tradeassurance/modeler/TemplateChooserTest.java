package org.tradeassurance.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tradeassurance.process.DrawnTask;

/** What an analyst chooses from the templates is drawn as the house draws it. */
@EnabledIf("org.tradeassurance.Chromium#isThere")
class TemplateChooserTest {

    /** What the house decides of a task; the rest is the analyst's. */
    private static final List<String> FIXED = List.of(
            "delegateExpression",
            "asyncBefore",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "candidateGroups",
            "formRefBinding",
            "priority",
            "calledElementBinding");

    @Test
    void aTaskOfATemplateIsAsThoseOfOurModels() {
        List<Map<String, String>> offered;
        try (Modeler modeler = new Modeler()) {
            offered = ElementTemplates.files().values().stream()
                    .map(modeler::drawn)
                    .map(TemplateChooserTest::model)
                    .flatMap(TemplateChooserTest::tasks)
                    .toList();
        }
        assertThat(Modeler.files().stream()
                        .filter(file -> file.toString().endsWith(".bpmn"))
                        .map(TemplateChooserTest::model)
                        .flatMap(TemplateChooserTest::tasks)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(50)
                .isSubsetOf(offered);
    }

    @Test
    void whateverIsChosenAsksForItsChineseName() {
        try (Modeler modeler = new Modeler()) {
            ElementTemplates.files()
                    .forEach((file, templates) -> assertThat(
                                    model(modeler.drawn(templates)).getModelElementsByType(FlowElement.class).stream()
                                            .filter(element -> element.getAttributeValueNs(
                                                            BpmnModelConstants.CAMUNDA_NS, "modelerTemplate")
                                                    != null))
                            .as(file)
                            .isNotEmpty()
                            .allSatisfy(
                                    element -> assertThat(properties(element)).contains(DrawnTask.CHINESE_NAME)));
        }
    }

    private static List<String> properties(FlowElement element) {
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .map(CamundaProperty::getCamundaName)
                .toList();
    }

    private static Stream<Map<String, String>> tasks(BpmnModelInstance model) {
        return model.getModelElementsByType(Activity.class).stream()
                .filter(activity -> !(activity instanceof SubProcess))
                .map(TemplateChooserTest::fixed);
    }

    private static Map<String, String> fixed(Activity task) {
        Map<String, String> fixed =
                new TreeMap<>(Map.of("type", task.getElementType().getTypeName()));
        FIXED.forEach(attribute -> {
            String value = task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
            if (value != null) {
                fixed.put(attribute, value);
            }
        });
        Stream.ofNullable(task.getAttributeValue("calledElement"))
                .forEach(called -> fixed.put("calledElement", called));
        Stream.ofNullable(task.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaIn.class).stream())
                .forEach(in -> fixed.put("businessKey", in.getCamundaBusinessKey()));
        return fixed;
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static BpmnModelInstance model(String xml) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
