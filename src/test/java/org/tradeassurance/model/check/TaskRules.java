package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.tradeassurance.process.DrawnTask;

/** What each kind of task needs, so that it does something. */
final class TaskRules {

    private static final String VARIABLE = "[a-z]+([A-Z][a-z]+)*";
    private static final String DEPLOYMENT = "deployment";
    private static final Pattern NOTED = Pattern.compile("[a-z-]+(?=\\.dmn)");

    /** For steps that analysts add; no diagram needs them. */
    static final Set<String> OFFERED = Set.of("openDisputeDelegate", "sendMailDelegate");

    /** Asked by the models of earlier releases only. */
    private static final Set<String> EARLIER = Set.of("stateCompletionFactsDelegate");

    /** The extension property of a task that lets code ask tables: which. */
    static final String TABLE = "table";

    private final Folder files;
    private final Found found;
    private final Set<String> desks;
    private final Set<String> used;

    private TaskRules(Folder files, String file, Set<String> desks, Set<String> used) {
        this.files = files;
        this.found = new Found(file);
        this.desks = desks;
        this.used = used;
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        Set<String> desks = Desks.of(files);
        Set<String> used = new TreeSet<>();
        Set<String> meant = new TreeSet<>();
        files.processes().forEach((file, model) -> {
            TaskRules rules = new TaskRules(files, file, desks, used);
            rules.check(model);
            all.addAll(rules.found.all());
            rules.found.all().stream()
                    .filter(finding -> finding.key().equals("task.unknown-bean"))
                    .forEach(finding -> meant.add(finding.said().get(1)));
        });
        if (files.of("bpmn").size() == files.processes().size()) {
            Beans.tasks().stream()
                    .filter(task -> !used.contains(task) && !meant.contains(task))
                    .filter(task -> !OFFERED.contains(task) && !EARLIER.contains(task))
                    .forEach(task -> all.add(
                            Finding.of(Severity.STOPS, "processes", Place.at("element", task), "task.unused", task)));
        }
        return all;
    }

    private void check(BpmnModelInstance model) {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            retries(node);
            if (acts(node)) {
                does((Task) node);
            }
            if (node instanceof BusinessRuleTask task) {
                rule(task);
            } else if (node instanceof UserTask task) {
                isSeen(task);
            } else if (node instanceof CallActivity call) {
                calls(call);
            } else if (isIdle(node)) {
                found.stops(node, "task.kind");
            } else if (node instanceof StartEvent start && start.getCamundaFormRef() != null) {
                form(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding());
            }
        }
    }

    /** A task of a kind that nothing is done by. */
    static boolean isIdle(Object element) {
        return element instanceof Task
                && !(element instanceof BusinessRuleTask
                        || element instanceof ServiceTask
                        || element instanceof UserTask);
    }

    /** Whether code does it: a service task, or a business rule task that lets code ask its tables. */
    static boolean acts(Object node) {
        return node instanceof ServiceTask
                || (node instanceof BusinessRuleTask task && task.getCamundaDelegateExpression() != null);
    }

    private void does(Task task) {
        String bean = bean(task);
        if (bean == null) {
            found.stops(task, "task.no-bean");
            return;
        }
        used.add(bean);
        Class<?> type = Beans.type(bean);
        if (type == null) {
            found.stops(task, "task.unknown-bean", bean, Near.hint(bean, Beans.tasks()));
        } else if (!Beans.isTask(type)) {
            found.stops(task, "task.no-task", bean);
        } else if (task.getName() == null || !bean.equals(Found.camel(task.getName()) + "Delegate")) {
            found.rule(task, "task.name", bean);
        }
    }

    /** The bean that a task names, null where it works by other means. */
    static @Nullable String bean(FlowNode node) {
        String expression =
                acts(node) ? node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression") : null;
        return expression != null && expression.matches("\\$\\{\\w+}")
                ? expression.substring(2, expression.length() - 1)
                : null;
    }

    private void isSeen(UserTask task) {
        List<String> groups = task.getCamundaCandidateGroupsList();
        if (groups.size() != 1 || !(desks.isEmpty() || desks.contains(groups.get(0)))) {
            found.stops(task, groups.isEmpty() ? "user.no-desk" : "user.desk", groups, new TreeSet<>(desks));
        }
        if (task.getCamundaAssignee() != null
                || !task.getCamundaCandidateUsersList().isEmpty()) {
            found.stops(task, "user.person");
        }
        String priority = task.getCamundaPriority();
        if (priority == null) {
            found.rule(task, "user.no-priority");
        } else if (!priority.matches("\\d+")) {
            found.stops(task, "user.priority", priority);
        }
        if (task.getCamundaFormRef() == null) {
            found.stops(task, "user.no-form", Found.kebab(task.getId()));
        } else if (form(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding())
                && !task.getCamundaFormRef().equals(Found.kebab(task.getId()))) {
            found.rule(task, "user.form-name", task.getCamundaFormRef(), Found.kebab(task.getId()));
        }
    }

    private boolean form(FlowNode node, String name, @Nullable String binding) {
        if (!files.of("form").contains(name)) {
            found.stops(node, "user.unknown-form", name, Near.hint(name, files.of("form")));
            return false;
        }
        if (!DEPLOYMENT.equals(binding)) {
            found.stops(node, "binding.form", name);
        }
        return true;
    }

    private void calls(CallActivity call) {
        String called = call.getCalledElement();
        if (called == null || !files.of("bpmn").contains(called)) {
            found.stops(call, "call.unknown", named(called), Near.hint(named(called), files.of("bpmn")));
            return;
        }
        if (!called.equals(Found.kebab(call.getId()))) {
            found.rule(call, "call.name", called);
        }
        if (!DEPLOYMENT.equals(call.getCamundaCalledElementBinding())) {
            found.stops(call, "binding.call", called);
        }
        List<CamundaIn> in = Found.extensions(call, CamundaIn.class);
        List<String> keys = in.stream()
                .map(CamundaIn::getCamundaBusinessKey)
                .filter(key -> key != null)
                .toList();
        if (!keys.equals(List.of("#{execution.processBusinessKey}"))) {
            found.stops(call, "call.no-key");
        } else if (in.size() > 1 || !Found.extensions(call, CamundaOut.class).isEmpty()) {
            found.rule(call, "call.passes");
        }
    }

    private void rule(BusinessRuleTask task) {
        if (acts(task)) {
            letsAsk(task);
        } else {
            asks(task);
        }
    }

    /** What code asks is named, as a note tied to the task names it. */
    private void letsAsk(BusinessRuleTask task) {
        Set<String> tables = tables(task);
        if (tables.isEmpty()) {
            found.stops(task, "rule.no-table", TABLE);
        }
        Set<String> unknown = new TreeSet<>(tables);
        unknown.removeAll(files.of("dmn"));
        unknown.forEach(table -> found.stops(task, "rule.unknown", table, Near.hint(table, files.of("dmn"))));
        Set<String> noted = task.getModelInstance().getModelElementsByType(Association.class).stream()
                .filter(tie -> task.equals(tie.getSource()) && tie.getTarget() instanceof TextAnnotation)
                .flatMap(tie ->
                        NOTED.matcher(tie.getTarget().getRawTextContent()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!noted.isEmpty() && !tables.isEmpty() && unknown.isEmpty() && !noted.equals(tables)) {
            found.rule(task, "rule.note", noted, tables);
        }
    }

    /** The tables that a task lets code ask. */
    static Set<String> tables(BusinessRuleTask task) {
        String said = DrawnTask.property(task, TABLE);
        return said == null ? Set.of() : new TreeSet<>(List.of(said.strip().split("[,\\s]+", -1)));
    }

    private void asks(BusinessRuleTask task) {
        String table = task.getCamundaDecisionRef();
        if (table == null || !files.of("dmn").contains(table)) {
            found.stops(task, "rule.unknown", named(table), Near.hint(named(table), files.of("dmn")));
            return;
        }
        if (!DEPLOYMENT.equals(task.getCamundaDecisionRefBinding())) {
            found.stops(task, "binding.rule", table);
        }
        if (task.getCamundaResultVariable() == null
                || !task.getCamundaResultVariable().matches(VARIABLE)) {
            found.stops(task, "rule.result");
        }
        if (!"singleEntry".equals(task.getCamundaMapDecisionResult())) {
            found.stops(task, "rule.map");
        }
    }

    private static String named(@Nullable String name) {
        return name == null || name.isBlank() ? "-" : name;
    }

    private void retries(FlowNode node) {
        boolean timer = !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
        boolean job = node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter() || timer;
        List<CamundaFailedJobRetryTimeCycle> cycles = Found.extensions(node, CamundaFailedJobRetryTimeCycle.class);
        if (job == cycles.isEmpty()) {
            found.rule(node, job ? "job.no-retries" : "job.retries");
        }
        cycles.stream()
                .filter(cycle -> !cycle.getTextContent().strip().matches("PT\\d+[SMH](,PT\\d+[SMH])+"))
                .forEach(cycle ->
                        found.stops(node, "job.cycle", cycle.getTextContent().strip()));
        boolean remote = ProcessRules.text(node).contains(", remote;");
        if (node.isCamundaAsyncBefore() != remote || node.isCamundaAsyncAfter()) {
            found.rule(node, remote ? "job.remote" : "job.async");
        }
    }
}
