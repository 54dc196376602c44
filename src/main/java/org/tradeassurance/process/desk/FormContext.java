package org.tradeassurance.process.desk;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** What the expressions of a form see: what is filled in, then the variables that the form was opened with. */
record FormContext(Map<String, @Nullable Object> values, VariableScope scope) implements VariableContext {

    @Override
    public TypedValue resolve(String name) {
        return values.containsKey(name) ? Variables.untypedValue(values.get(name)) : scope.getVariableTyped(name);
    }

    @Override
    public boolean containsVariable(String name) {
        return values.containsKey(name) || scope.hasVariable(name);
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new HashSet<>(values.keySet());
        names.addAll(scope.getVariableNames());
        return names;
    }
}
