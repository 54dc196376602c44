package org.tradeassurance.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.jspecify.annotations.Nullable;

/** Where the variables of a process come from: what each element sets, and what comes before. */
final class Sources {

    private final Folder files;
    private final Course course;
    private final Map<FlowNode, Map<String, Source>> set = new LinkedHashMap<>();
    private final Set<FlowNode> anything = new HashSet<>();

    /**
     * One place that sets a variable.
     *
     * @param by the element's id
     * @param words all that it may be set to, null where it may be anything
     * @param optional may be left open
     */
    record Source(String by, @Nullable Set<String> words, boolean optional) {}

    Sources(Folder files, BpmnModelInstance model) {
        this.files = files;
        this.course = Course.of(model);
        course.nodes().forEach(node -> set.put(node, setBy(node)));
    }

    Course course() {
        return course;
    }

    /** The nearest before an element, on all ways to it; null where some of them may set anything. */
    @Nullable
    List<Source> before(FlowNode element, String variable) {
        List<Source> found = new ArrayList<>();
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(further(element, element));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (seen.add(node)) {
                Source source = set.getOrDefault(node, Map.of()).get(variable);
                if (source != null) {
                    found.add(source);
                } else if (anything.contains(node)) {
                    return null;
                } else {
                    next.addAll(further(node, element));
                }
            }
        }
        return found;
    }

    private Set<FlowNode> further(FlowNode node, FlowNode asking) {
        Set<FlowNode> further = new LinkedHashSet<>(course.before(node));
        if (!node.equals(asking)) {
            further.addAll(course.within(node));
        }
        return further;
    }

    /** Everything that is set before an element. */
    Set<String> namesBefore(FlowNode element) {
        Set<String> names = new TreeSet<>();
        set.values().forEach(variables -> names.addAll(variables.keySet()));
        names.removeIf(name -> {
            List<Source> sources = before(element, name);
            return sources != null && sources.isEmpty();
        });
        return names;
    }

    boolean isSetAnywhere(String variable) {
        return !anything.isEmpty() || set.values().stream().anyMatch(one -> one.containsKey(variable));
    }

    private Map<String, Source> setBy(FlowNode node) {
        Map<String, Source> set = new LinkedHashMap<>();
        if (TaskRules.acts(node)) {
            done(node, set);
        } else if (node instanceof BusinessRuleTask task && task.getCamundaResultVariable() != null) {
            set.put(
                    task.getCamundaResultVariable(),
                    new Source(node.getId(), words(task.getCamundaDecisionRef()), false));
        } else if (node instanceof UserTask task) {
            form(node, task.getCamundaFormRef(), set);
        } else if (node instanceof StartEvent start && start.getCamundaFormRef() != null) {
            form(node, start.getCamundaFormRef(), set);
        }
        node.getChildElementsByType(MessageEventDefinition.class).stream()
                .filter(event -> event.getMessage() != null)
                .forEach(event -> answers(node, event.getMessage().getName(), set));
        node.getChildElementsByType(ErrorEventDefinition.class).forEach(event -> {
            put(set, node, event.getCamundaErrorMessageVariable());
            put(set, node, event.getCamundaErrorCodeVariable());
        });
        Found.extensions(node, CamundaOut.class).forEach(out -> put(set, node, out.getCamundaTarget()));
        Found.extensions(node, CamundaInputOutput.class).stream()
                .flatMap(both -> both.getCamundaOutputParameters().stream())
                .map(CamundaOutputParameter::getCamundaName)
                .forEach(name -> put(set, node, name));
        return set;
    }

    private void done(FlowNode node, Map<String, Source> set) {
        String bean = TaskRules.bean(node);
        if (bean == null || Beans.type(bean) == null) {
            anything.add(node);
        }
        answers(node, bean, set);
        put(set, node, node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "resultVariable"));
    }

    private static void put(Map<String, Source> set, FlowNode node, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            set.put(name, new Source(node.getId(), null, false));
        }
    }

    private static void answers(FlowNode node, @Nullable String who, Map<String, Source> set) {
        Told.of(who).answers().forEach((name, words) -> set.put(name, new Source(node.getId(), words, false)));
    }

    private void form(FlowNode node, @Nullable String name, Map<String, Source> set) {
        JsonNode form = name == null ? null : files.formOf(name);
        if (form == null) {
            anything.add(node);
            return;
        }
        Forms.fields(form)
                .forEach(field -> set.put(
                        Forms.key(field), new Source(node.getId(), Forms.words(field), !Forms.isRequired(field))));
    }

    /** What a table with one output answers; null if a cell is to be computed or the table cannot be read. */
    private @Nullable Set<String> words(@Nullable String table) {
        DmnModelInstance model = table == null ? null : files.table(table);
        if (model == null) {
            return null;
        }
        Set<String> words = new TreeSet<>();
        for (OutputEntry cell : model.getModelElementsByType(OutputEntry.class)) {
            String text = text(cell);
            if (!text.matches("\"[^\"]*\"|-?\\d+|true|false|")) {
                return null;
            }
            words.add(text.replace("\"", ""));
        }
        return words;
    }

    static String text(LiteralExpression cell) {
        return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
    }
}
