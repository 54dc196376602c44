package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Expression.Comparison;
import org.tradeassurance.model.check.Sources.Source;
import org.tradeassurance.process.DeployedTables;
import org.tradeassurance.process.TableFact;

/** What models ask is answered: each variable is set before it is asked for, each word is one that may come, each bean has the method. */
final class AnswerRules {

    private final Folder files;
    private final Found found;
    private final Set<String> gone;
    private final Sources sources;

    private AnswerRules(Folder files, String file, BpmnModelInstance model, Set<String> gone) {
        this.files = files;
        this.found = new Found(file);
        this.gone = gone;
        this.sources = new Sources(files, model);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        Set<String> gone = Beans.tasks();
        files.processes().values().stream()
                .flatMap(model -> model.getModelElementsByType(Task.class).stream())
                .forEach(task -> gone.remove(String.valueOf(TaskRules.bean(task))));
        files.processes().forEach((file, model) -> {
            AnswerRules rules = new AnswerRules(files, file, model, gone);
            Sites.of(model).forEach(rules::site);
            model.getModelElementsByType(ConditionExpression.class).forEach(rules::condition);
            model.getModelElementsByType(ExclusiveGateway.class).forEach(rules::everyWord);
            model.getModelElementsByType(Task.class).forEach(rules::told);
            model.getModelElementsByType(BusinessRuleTask.class).forEach(rules::toldTable);
            model.getModelElementsByType(UserTask.class).forEach(rules::toldByForm);
            all.addAll(rules.found.all());
        });
        return all;
    }

    /** One expression, wherever it stands. */
    private void site(Sites.Site site) {
        if (TaskRules.isIdle(site.owner())) {
            return;
        }
        Expression expression;
        try {
            expression = Expression.of(site.text());
        } catch (Expression.Unreadable e) {
            found.stops(site.owner(), "expression.unreadable", site.text(), e.position());
            return;
        }
        if (Calls.check(found, site.owner(), expression)) {
            Set<String> variables = new TreeSet<>(expression.identifiers());
            variables.removeIf(name -> Beans.type(name) != null || name.equals("task"));
            variables.forEach(name -> variable(site, name));
            expression.comparisons().forEach(comparison -> word(site, comparison));
        }
    }

    private void condition(ConditionExpression condition) {
        String text = condition.getTextContent().strip();
        if (!Expression.isOne(text)) {
            found.stops(condition.getParentElement(), "condition.plain", text);
        }
    }

    private void variable(Sites.Site site, String name) {
        FlowNode at = site.at();
        if (at == null) {
            if (!sources.isSetAnywhere(name)) {
                found.stops(site.owner(), "answer.never", name);
            }
            return;
        }
        List<Source> known = sources.before(at, name);
        if (known != null && known.isEmpty()) {
            found.stops(site.owner(), "answer.unset", name, Near.hint(name, sources.namesBefore(at)));
        } else if (known != null && site.owner() instanceof SequenceFlow) {
            known.stream()
                    .filter(Source::optional)
                    .filter(source -> source.words() != null)
                    .forEach(source -> found.stops(site.owner(), "answer.optional", name, source.by()));
        }
    }

    private void word(Sites.Site site, Comparison comparison) {
        List<Source> known = site.at() == null ? null : sources.before(site.at(), comparison.with());
        Set<String> words = words(known);
        if (known != null && !known.isEmpty() && words != null && !words.contains(comparison.word())) {
            found.stops(
                    site.owner(),
                    "answer.word",
                    comparison.with(),
                    comparison.word(),
                    known.stream().map(Source::by).distinct().toList(),
                    words);
        }
    }

    /** All that the places may set, null where one of them may set anything. */
    private static @Nullable Set<String> words(@Nullable List<Source> known) {
        if (known == null || known.stream().anyMatch(source -> source.words() == null)) {
            return null;
        }
        return known.stream()
                .flatMap(source -> Objects.requireNonNull(source.words()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where no way is taken when no condition holds, each word has its way. */
    private void everyWord(ExclusiveGateway gateway) {
        List<SequenceFlow> ways = sources.course().out(gateway);
        if (gateway.getDefault() != null || ways.size() < 2) {
            return;
        }
        Set<String> asked = new TreeSet<>();
        Set<String> taken = new TreeSet<>();
        for (SequenceFlow way : ways) {
            String condition = way.getConditionExpression() == null
                    ? ""
                    : way.getConditionExpression().getTextContent().strip();
            if (!condition.matches("\\$\\{\\s*\\w+\\s*==\\s*['\"]\\w+['\"]\\s*}")) {
                return;
            }
            String[] parts = condition.replaceAll("[${}'\"\\s]", "").split("==", -1);
            asked.add(parts[0]);
            taken.add(parts[1]);
        }
        List<Source> known =
                asked.size() == 1 ? sources.before(gateway, asked.iterator().next()) : null;
        Set<String> words = words(known);
        if (words != null && words.containsAll(taken)) {
            words.removeAll(taken);
            words.forEach(word -> found.stops(gateway, "answer.no-way", word));
        }
    }

    private void told(Task task) {
        String bean = TaskRules.bean(task);
        Set<String> unset = new TreeSet<>(Told.of(bean).needed());
        unset.removeAll(given(task));
        unset.removeIf(name -> !isUnset(task, name));
        if (!unset.isEmpty()) {
            found.stops(task, "task.untold", unset);
        }
    }

    /** What the task is given where it stands. */
    private static Set<String> given(Task task) {
        return Found.extensions(task, CamundaInputOutput.class).stream()
                .flatMap(both -> both.getCamundaInputParameters().stream())
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
    }

    /** A task that would say it and is in no diagram is a fault of its own. */
    private boolean isUnset(FlowNode task, String name) {
        List<Source> known = sources.before(task, name);
        return known != null
                && known.isEmpty()
                && gone.stream().noneMatch(bean -> Told.of(bean).answers().containsKey(name));
    }

    /** What a table asks for has been stated before it, unless it is found out as a fact of the order. */
    private void toldTable(BusinessRuleTask task) {
        DmnModelInstance table = files.table(String.valueOf(task.getCamundaDecisionRef()));
        var contract = DeployedTables.contract(String.valueOf(task.getCamundaDecisionRef()));
        if (table == null || contract == null) {
            return;
        }
        Set<String> given = given(task);
        Set<String> unset = table.getModelElementsByType(Text.class).stream()
                .flatMap(text -> DeployedTables.names(text.getTextContent()).stream())
                .filter(contract.inputs()::containsKey)
                .filter(name -> TableFact.named(name) == null && !given.contains(name))
                .filter(name -> isUnset(task, name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unset.isEmpty()) {
            found.stops(task, "rule.untold", task.getCamundaDecisionRef(), unset);
        }
    }

    /** What code reads of what was said at a task is asked for by its form. */
    private void toldByForm(UserTask task) {
        var form = task.getCamundaFormRef() == null ? null : files.formOf(task.getCamundaFormRef());
        if (form != null) {
            Set<String> unasked = new TreeSet<>(Told.of(task.getId()).needed());
            Forms.fields(form).forEach(field -> unasked.remove(Forms.key(field)));
            if (!unasked.isEmpty()) {
                found.stops(task, "user.unasked", unasked);
            }
        }
    }
}
