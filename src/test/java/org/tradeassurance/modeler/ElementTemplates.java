package org.tradeassurance.modeler;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.modeler.ElementTemplate.Binding;
import org.tradeassurance.modeler.ElementTemplate.Choice;
import org.tradeassurance.modeler.ElementTemplate.Constraints;
import org.tradeassurance.modeler.ElementTemplate.Pattern;
import org.tradeassurance.modeler.ElementTemplate.Property;
import org.tradeassurance.process.DrawnTask;

/** What the Modeler offers beside the bare palette: each kind of step that the business has, read from desks, models and tables. */
final class ElementTemplates {

    static final Path FOLDER = Path.of(".camunda/element-templates");

    private static final Path DESKS = Path.of("processes/desks.yaml");
    static final String DONE = "Done by the platform";
    static final String CHINESE = "Name in Chinese / 中文名称";

    private static final String DECISION = "bpmn:BusinessRuleTask";
    private static final Constraints NAME =
            new Constraints(true, new Pattern("[A-Z][a-z-]+ .+", "Verb and object, such as Check compliance"));
    private static final Constraints FORM =
            new Constraints(true, new Pattern("[a-z]+(-[a-z]+)*", "The name of a file in forms, without .form"));
    private static final Constraints VARIABLE = new Constraints(true, new Pattern("[a-z]+([A-Z][a-z]+)*", "camelCase"));

    private ElementTemplates() {}

    /** The text of each file in {@link #FOLDER}, by its name. */
    static Map<String, String> files() {
        return Map.of(
                "ask-a-desk.json", text(desks(ElementTemplates::desk)),
                "second-person.json", text(desks(ElementTemplates::secondPerson)),
                "judge-by-table.json", text(tables()),
                "service-steps.json", text(steps()),
                "in-both-languages.json", text(OwnTemplates.names()),
                "phases.json", text(phases()));
    }

    private static List<ElementTemplate> desks(BiFunction<String, String, ElementTemplate> template) {
        return desks().map(desk -> template.apply(desk.value(), desk.name())).toList();
    }

    /** Whoever has a queue, by group. */
    private static Stream<Choice> desks() {
        JsonNode desks = read(DESKS).path("desks");
        return StreamSupport.stream(desks.spliterator(), false)
                .filter(desk -> !desk.has("leads") && !desk.has("observes"))
                .map(desk -> new Choice(
                        desk.path("name").asText().replaceFirst("(.*) / (.*)", "$2 ($1)"),
                        desk.path("group").asText()));
    }

    private static ElementTemplate desk(String group, String name) {
        return ElementTemplate.of(
                "Ask the " + name,
                "ask-" + group,
                "A task in the queue of this desk. Its id is userTask_ and the form's name in camelCase.",
                "Ask a desk",
                "bpmn:UserTask",
                task(group));
    }

    private static ElementTemplate secondPerson(String group, String name) {
        List<Property> properties = new ArrayList<>(task(group));
        properties.add(Property.said("Not by who did (id of the first task)", "notBy"));
        return ElementTemplate.of(
                "Ask a second person of the " + name,
                "second-person-of-" + group,
                "A task of this desk that nobody completes who has completed the first one.",
                "Ask a second person",
                "bpmn:UserTask",
                properties);
    }

    private static List<Property> task(String group) {
        List<Property> properties = new ArrayList<>(List.of(
                Property.asked("Name", "name", null, NAME),
                Property.said(CHINESE, DrawnTask.CHINESE_NAME),
                Property.asked("Form", "camunda:formRef", null, FORM),
                new Property(
                        "Due",
                        "The date that its card shows; without one, hours of desks.yaml",
                        "Dropdown",
                        null,
                        dates(),
                        Binding.of("camunda:dueDate"),
                        null),
                Property.fixed("camunda:candidateGroups", group),
                Property.fixed("camunda:formRefBinding", "deployment"),
                Property.fixed("camunda:priority", "50")));
        if (DrawnTask.actsFor(group) == null) {
            properties.add(side());
        }
        return properties;
    }

    /** The desks of the parties have their side without being told. */
    private static Property side() {
        return new Property(
                "Done for",
                "Whoever does it in a party's place decides no dispute of the order",
                "Dropdown",
                "",
                List.of(
                        new Choice("The marketplace", ""),
                        new Choice("The buyer", "BUYER"),
                        new Choice("The supplier", "SUPPLIER")),
                new Binding("camunda:property", "side"),
                null);
    }

    /** The dates of an order that any model waits for, named by the event that they bring about. */
    private static List<Choice> dates() {
        Map<String, String> names = new TreeMap<>();
        elements(TimerEventDefinition.class)
                .filter(timer -> timer.getTimeDate() != null)
                .forEach(timer -> names.put(
                        timer.getTimeDate().getTextContent(), ((FlowNode) timer.getParentElement()).getName()));
        return names.entrySet().stream()
                .map(date -> new Choice(date.getValue(), date.getKey()))
                .toList();
    }

    /** Tables that a model asks; what the others are asked by stands in the code. */
    private static List<ElementTemplate> tables() {
        return elements(BusinessRuleTask.class)
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(ElementTemplates::table)
                .toList();
    }

    private static ElementTemplate table(String key) {
        DecisionTable table = Dmn.readModelFromFile(
                        Path.of("processes", key + ".dmn").toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        Output answer = table.getOutputs().iterator().next();
        String name = table.getParentElement().getAttributeValue("name");
        return ElementTemplate.of(
                "Judge by table: " + name,
                "judge-" + key,
                "Asks processes/%s.dmn; its answer is the variable that the gateway behind it compares.".formatted(key),
                "Judge by table",
                DECISION,
                List.of(
                        Property.asked("Name", "name", null, NAME),
                        Property.said(CHINESE, DrawnTask.CHINESE_NAME),
                        Property.asked("Answer", "camunda:resultVariable", answer.getName(), VARIABLE),
                        Property.fixed("camunda:decisionRef", key),
                        Property.fixed("camunda:decisionRefBinding", "deployment"),
                        Property.fixed("camunda:mapDecisionResult", "singleEntry")));
    }

    /** What the platform does by itself, as it is drawn the first time. */
    private static List<ElementTemplate> steps() {
        Map<String, Task> steps = new TreeMap<>();
        elements(Task.class)
                .filter(task -> expression(task) != null)
                .forEach(task -> steps.putIfAbsent(task.getName(), task));
        return Stream.concat(
                        Stream.of(OwnTemplates.dispute(), OwnTemplates.mail(desks())),
                        steps.values().stream().map(ElementTemplates::step))
                .toList();
    }

    private static @Nullable String expression(Task task) {
        return task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression");
    }

    private static ElementTemplate step(Task task) {
        String expression = String.valueOf(expression(task));
        String table = DrawnTask.property(task, "table");
        List<Property> properties = new ArrayList<>(List.of(
                Property.fixed("name", task.getName()), Property.fixed("camunda:delegateExpression", expression)));
        Stream.of(DrawnTask.CHINESE_NAME, "table").forEach(name -> {
            String value = DrawnTask.property(task, name);
            if (value != null) {
                properties.add(Property.fixedProperty(name, value));
            }
        });
        if (task.isCamundaAsyncBefore()) {
            properties.add(Property.fixed("camunda:asyncBefore", "true"));
        }
        return ElementTemplate.of(
                task.getName(),
                expression.replaceAll("[${}]", ""),
                documentation(task),
                DONE,
                table == null ? "bpmn:ServiceTask" : DECISION,
                properties);
    }

    private static List<ElementTemplate> phases() {
        Map<String, Process> called = new TreeMap<>();
        List<String> keys =
                elements(CallActivity.class).map(CallActivity::getCalledElement).toList();
        elements(Process.class)
                .filter(process -> keys.contains(process.getId()))
                .forEach(process -> called.put(process.getId(), process));
        return called.values().stream().map(ElementTemplates::phase).toList();
    }

    private static ElementTemplate phase(Process process) {
        return ElementTemplate.of(
                process.getName(),
                "call-" + process.getId(),
                documentation(process),
                "Phase in a file of its own",
                "bpmn:CallActivity",
                List.of(
                        Property.asked("Name", "name", process.getName(), NAME),
                        Property.said(CHINESE, DrawnTask.CHINESE_NAME),
                        Property.fixed("calledElement", process.getId()),
                        Property.fixed("camunda:calledElementBinding", "deployment"),
                        new Property(
                                null,
                                null,
                                "Hidden",
                                "#{execution.processBusinessKey}",
                                null,
                                new Binding("camunda:in:businessKey", null),
                                null)));
    }

    private static String documentation(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().iterator().next().getTextContent();
    }

    private static <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
        return Modeler.files().stream()
                .filter(file -> file.toString().endsWith(".bpmn"))
                .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type).stream());
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<ElementTemplate> templates) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(templates) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
