package org.tradeassurance.process.desk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.AbstractTypedValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.engine.Desk;

/**
 * What an operator submits is what the form of the same deployment asks for. It lives as long as the step that uses it, like the
 * variables of a REST command; what no step uses is kept by {@link StaffNotes}.
 */
abstract class SubmittedForm<H extends FormHandler> implements FormHandler {

    final H form;

    private final StaffNotes notes;

    private final String deployment;
    private final @Nullable FormDefinition definition;
    private final FormChoices choices;
    private final Map<String, FormFields> read = new ConcurrentHashMap<>();

    /** @param deployment the id of the deployment of the process, which the form belongs to as well */
    SubmittedForm(
            H form, String deployment, @Nullable FormDefinition definition, StaffNotes notes, FormChoices choices) {
        this.notes = notes;
        this.form = form;
        this.deployment = deployment;
        this.definition = definition;
        this.choices = choices;
    }

    /** Of a user task. */
    static class OfTask extends SubmittedForm<TaskFormHandler> implements TaskFormHandler {

        OfTask(
                TaskFormHandler form,
                String deployment,
                @Nullable FormDefinition definition,
                StaffNotes notes,
                FormChoices choices) {
            super(form, deployment, definition, notes, choices);
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return form.createTaskForm(task);
        }
    }

    /** Of the event that starts a process. */
    static class OfStart extends SubmittedForm<StartFormHandler> implements StartFormHandler {

        OfStart(
                StartFormHandler form,
                String deployment,
                @Nullable FormDefinition definition,
                StaffNotes notes,
                FormChoices choices) {
            super(form, deployment, definition, notes, choices);
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
            return form.createStartFormData(definition);
        }
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // The handler behind has read its element already.
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        FormFields fields = fields(scope);
        VariableMap accepted = fields.accepted(submitted, scope);
        notes.given(fields.answers(accepted), scope);
        form.submitFormVariables(transientCopy(accepted), scope);
    }

    private FormFields fields(VariableScope scope) {
        Expression key = definition == null ? null : definition.getCamundaFormDefinitionKey();
        return key == null
                ? new FormFields(List.of(), feel(), choices)
                : read.computeIfAbsent(String.valueOf(key.getValue(scope)), this::deployed);
    }

    private FormFields deployed(String key) {
        CamundaFormDefinitionEntity deployed = Context.getCommandContext()
                .getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(deployment, key);
        if (deployed == null) {
            throw Desk.refused("task.form-missing", key);
        }
        return FormFields.of(
                Context.getCommandContext()
                        .getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(deployment, deployed.getResourceName())
                        .getBytes(),
                feel(),
                choices);
    }

    private static FeelEngine feel() {
        return Context.getProcessEngineConfiguration()
                .getDmnEngineConfiguration()
                .getFeelEngine();
    }

    private static VariableMap transientCopy(VariableMap submitted) {
        VariableMap copy = Variables.createVariables();
        for (String name : submitted.keySet()) {
            TypedValue value = submitted.getValueTyped(name);
            if (value instanceof AbstractTypedValue<?> typed) {
                typed.setTransient(true);
                copy.putValueTyped(name, typed);
            } else {
                copy.putValueTyped(name, Variables.untypedValue(value == null ? null : value.getValue(), true));
            }
        }
        return copy;
    }
}
