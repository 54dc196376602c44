package org.tradeassurance.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.AbstractTypedValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What an operator submits lives as long as the step that uses it, like the variables of a REST command; no row keeps it. */
class SubmittedForm implements TaskFormHandler {

    private final TaskFormHandler form;

    SubmittedForm(TaskFormHandler form) {
        this.form = form;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return form.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // The handler behind has read its element already.
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope task) {
        form.submitFormVariables(transientCopy(submitted), task);
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
