package org.tradeassurance.model.check;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.tradeassurance.model.check.Finding.Severity;
import org.tradeassurance.process.TradeOrderModel;

/** What a process file must be as a whole, and what it may not use. */
final class ProcessRules {

    static final Pattern RULE = Pattern.compile("\\b(AC-)?[A-Z]{2,3}-\\d+");
    static final String KEPT = "P1095D";

    private static final Pattern OURS = Pattern.compile(
            "modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7\\.24\\.\\d+\"");

    /** By the name of the element: it works, but hides a rule from whoever reads the diagram. */
    private static final Set<String> HIDING =
            Set.of("scriptTask", "script", "executionListener", "taskListener", "laneSet", "signal", "timeDuration");

    private ProcessRules() {}

    static List<Finding> check(Folder files) {
        List<Finding> found = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            Found one = new Found(file);
            process(one, model, files);
            nothingHidden(one, model, files.text(file));
            documented(one, model);
            found.addAll(one.all());
        });
        found.addAll(missing(files));
        return found;
    }

    private static void process(Found found, BpmnModelInstance model, Folder files) {
        if (!OURS.matcher(files.text(found.file())).find()) {
            found.rule(Place.FILE, "file.platform");
        }
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            found.stops(Place.FILE, "process.one", processes.size());
            return;
        }
        Process process = processes.iterator().next();
        String name = Folder.nameOf(found.file());
        if (!process.getId().equals(name)) {
            found.stops(process, "process.id", name);
        }
        if (!process.isExecutable()) {
            found.stops(process, "process.executable");
        }
        String kept = process.getCamundaHistoryTimeToLiveString();
        if (kept == null || kept.isBlank()) {
            found.stops(process, "process.no-history", KEPT);
        } else if (!kept.equals(KEPT)) {
            found.rule(process, "process.history", kept, KEPT);
        }
        if (process.getName() == null || !process.getName().matches("[A-Z][a-z]+( [a-z]+)*")) {
            found.rule(process, "process.name");
        }
    }

    private static void nothingHidden(Found found, BpmnModelInstance model, String text) {
        hidden(found, model.getDefinitions().getDomElement(), "");
        if (text.contains("<!--")) {
            found.rule(Place.FILE, "file.comment");
        }
    }

    /** @param around the id of the nearest element that has one */
    private static void hidden(Found found, DomElement element, String around) {
        String id = element.getAttribute("id");
        String here = id == null || element.getLocalName().endsWith("Definition") ? around : id;
        if (HIDING.contains(element.getLocalName())) {
            found.rule(Place.at("element", here), "process.hides", element.getLocalName());
        }
        element.getChildElements().forEach(child -> hidden(found, child, here));
    }

    private static void documented(Found found, BpmnModelInstance model) {
        model.getModelElementsByType(Process.class).forEach(process -> says(found, process));
        for (Activity activity : model.getModelElementsByType(Activity.class)) {
            boolean said = says(found, activity);
            boolean whole = activity instanceof SubProcess || activity instanceof CallActivity;
            if (said && !whole && !text(activity).matches("(?s).*[Ss]afe to retry.*")) {
                found.rule(activity, "documentation.retry");
            }
        }
    }

    private static boolean says(Found found, BaseElement element) {
        String text = text(element);
        if (text.isBlank()) {
            found.rule(element, "documentation.none");
        } else if (!RULE.matcher(text).find()) {
            found.rule(element, "documentation.rule");
        }
        return RULE.matcher(text).find();
    }

    static String text(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining("\n"));
    }

    /** The processes and tasks that code names. */
    private static List<Finding> missing(Folder files) {
        List<Finding> found = new ArrayList<>();
        constants("PROCESS").stream()
                .filter(process -> !files.of("bpmn").contains(process))
                .forEach(process -> found.add(Finding.of(
                        Severity.STOPS, "processes/" + process + ".bpmn", Place.FILE, "process.missing", process)));
        if (files.of("bpmn").size() == files.processes().size()) {
            Set<String> drawn = files.processes().values().stream()
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                    .map(UserTask::getId)
                    .collect(Collectors.toSet());
            constants("TASK").stream()
                    .filter(task -> !drawn.contains(task))
                    .forEach(task -> found.add(Finding.of(
                            Severity.STOPS, "processes", Place.at("element", task), "process.task-missing")));
        }
        return found;
    }

    /** The names that models and code share. */
    static Set<String> constants(String prefix) {
        return Arrays.stream(TradeOrderModel.class.getFields())
                .filter(field -> field.getName().startsWith(prefix + "_"))
                .map(ProcessRules::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
