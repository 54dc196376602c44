package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.tradeassurance.process.DeployedModels;
import org.tradeassurance.process.DrawnTask;

/** Extension properties: what is read of an element is written as it is read, and names what there is. */
final class PropertyRules {

    private static final Set<String> OF_TASKS = Set.of(DeployedModels.SIDE, DeployedModels.NOT_BY);
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            DrawnTask.CHINESE_NAME,
            DeployedModels.SIDE,
            DeployedModels.NOT_BY,
            DeployedModels.WAITS_FOR,
            TaskRules.TABLE));

    private PropertyRules() {}

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            Found found = new Found(file);
            model.getModelElementsByType(BaseElement.class).forEach(element -> properties(found, element));
            DeployedModels.properties(model)
                    .forEach(fault -> found.stops(
                            element(model, fault.element()),
                            fault.key(),
                            fault.said().toArray()));
            all.addAll(found.all());
        });
        return all;
    }

    private static BaseElement element(BpmnModelInstance model, String id) {
        return model.getModelElementById(id);
    }

    private static void properties(Found found, BaseElement element) {
        of(element).forEach(property -> {
            String name = String.valueOf(property.getCamundaName());
            String value = String.valueOf(property.getCamundaValue()).strip();
            if (!KNOWN.contains(name)) {
                unread(found, element, name);
            } else if (OF_TASKS.contains(name) && !(element instanceof UserTask)) {
                found.stops(element, "property.place", name);
            } else if (name.equals(DeployedModels.WAITS_FOR) && !DeployedModels.AWAITED.contains(value)) {
                found.stops(element, "property.awaited", value, DeployedModels.AWAITED);
            } else if (value.isEmpty()) {
                found.rule(element, "property.empty", name);
            }
        });
    }

    /** Other tools may note what they like; what looks like one of ours was meant to be it. */
    private static void unread(Found found, BaseElement element, String name) {
        String near = Near.hint(name, KNOWN);
        if (near.equals("-")) {
            found.rule(element, "property.unread", name, KNOWN);
        } else {
            found.stops(element, "property.misspelt", name, near);
        }
    }

    /** Whether a property of the element was meant to be this one. */
    static boolean isMisspelt(BaseElement element, String name) {
        return of(element)
                .map(property -> String.valueOf(property.getCamundaName()))
                .anyMatch(written ->
                        !written.equals(name) && Near.hint(written, KNOWN).equals(name));
    }

    private static Stream<CamundaProperty> of(BaseElement element) {
        return Found.extensions(element, CamundaProperties.class).stream()
                .flatMap(some -> some.getCamundaProperties().stream());
    }
}
