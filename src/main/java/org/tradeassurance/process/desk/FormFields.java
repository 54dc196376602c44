package org.tradeassurance.process.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderFields.Answer;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** The fields of a deployed form. What is submitted by it passes only if the form asks for it. */
record FormFields(List<FormField> fields, FeelEngine feel, FormChoices choices) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Components that show and take nothing. */
    private static final Set<String> SHOWN =
            Set.of("text", "html", "table", "image", "separator", "spacer", "iframe", "button");

    static FormFields of(byte[] form, FeelEngine feel, FormChoices choices) {
        try {
            return new FormFields(fieldsIn(JSON.readTree(form).path("components")), feel, choices);
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    static List<FormField> fieldsIn(JsonNode components) {
        List<FormField> fields = new ArrayList<>();
        for (JsonNode component : components) {
            if (component.path("type").asText().equals("group")) {
                fields.addAll(fieldsIn(component.path("components")));
            } else if (!SHOWN.contains(component.path("type").asText())) {
                fields.add(new FormField(component));
            }
        }
        return fields;
    }

    /**
     * The submitted variables as they were meant, without those that the form only shows.
     *
     * @throws Refusal {@code invalid-field} naming each variable that the form does not ask for or that cannot stand in its field
     */
    VariableMap accepted(VariableMap submitted, VariableScope scope) {
        Refusal errors = new Refusal(Problem.INVALID_FIELD, null);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Set<String> unknown = new HashSet<>(submitted.keySet());
        for (FormField field : fields) {
            if (unknown.remove(field.key()) && !field.isDisplayed()) {
                values.put(field.key(), field.understood(plain(submitted.getValueTyped(field.key()), field, errors)));
            }
        }
        unknown.forEach(name -> errors.field("", "form.no-field", name));
        check(fields, "", values, scope, errors);
        if (!errors.fieldErrors().isEmpty()) {
            throw errors;
        }
        VariableMap accepted = Variables.createVariables();
        values.forEach((name, value) -> accepted.putValueTyped(name, typed(value, submitted.getValueTyped(name))));
        return accepted;
    }

    /** What was filled in, field by field; of a list each column, its rows one after the other. */
    List<Answer> answers(VariableMap accepted) {
        List<Answer> answers = new ArrayList<>();
        for (FormField field : fields) {
            Object value = accepted.get(field.key());
            if (!field.isList()) {
                field.answer(field.key(), field.name(), List.of(json(value))).ifPresent(answers::add);
                continue;
            }
            for (FormField cell : field.cells()) {
                List<JsonNode> column = new ArrayList<>();
                json(value).forEach(row -> column.add(row.path(cell.key())));
                cell.answer(field.key() + "." + cell.key(), field.name() + " · " + cell.name(), column)
                        .ifPresent(answers::add);
            }
        }
        return answers;
    }

    /** Texts and lists as they were understood; what is neither came as it is. */
    private static TypedValue typed(@Nullable Object value, TypedValue submitted) {
        if (value instanceof String text) {
            return Variables.stringValue(text);
        }
        return value instanceof JsonNode json
                ? SpinValues.jsonValue(json.toString()).create()
                : submitted;
    }

    private void check(
            List<FormField> fields,
            String row,
            Map<String, @Nullable Object> values,
            VariableScope scope,
            Refusal errors) {
        for (FormField field : fields) {
            Object value = values.get(field.key());
            if (field.isDisplayed()) {
                continue;
            }
            if (isHidden(field, values, scope)) {
                if (!FormField.isBlank(value)) {
                    errors.field(row + field.name(), "form.not-asked");
                }
            } else if (field.isList()) {
                rows(field, value, scope, errors);
            } else {
                field.check(row + field.name(), value, asked -> offered(asked, scope), errors);
            }
        }
    }

    private void rows(FormField list, @Nullable Object value, VariableScope scope, Refusal errors) {
        JsonNode rows = json(value);
        if (!rows.isArray() && !FormField.isBlank(value)) {
            errors.field(list.name(), "field.invalid");
            return;
        }
        List<FormField> cells = list.cells();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> row = new HashMap<>();
            rows.get(i).properties().forEach(cell -> row.put(cell.getKey(), plain(cell.getValue())));
            Set<String> unknown = new HashSet<>(row.keySet());
            cells.forEach(cell -> unknown.remove(cell.key()));
            unknown.forEach(name -> errors.field("", "form.no-field", name));
            if (rows.get(i).isObject()) {
                check(cells, "%s[%d].".formatted(list.key(), i), row, scope, errors);
            } else {
                errors.field(list.name(), "field.invalid");
            }
        }
    }

    /** Asks the condition as the browser does: of what is filled in, and of what the form was opened with. */
    private boolean isHidden(FormField field, Map<String, @Nullable Object> values, VariableScope scope) {
        String condition = field.hiddenIf();
        return condition != null
                && Boolean.TRUE.equals(feel.evaluateSimpleExpression(condition, new FormContext(values, scope)));
    }

    /** Fixed in the form, or a variable that it was opened with, or what a table offers. */
    private Set<JsonNode> offered(FormField field, VariableScope scope) {
        JsonNode component = field.component();
        String expression = component.path("valuesExpression").asText("");
        JsonNode options = component.path("values");
        if (expression.startsWith("=")) {
            Object result = feel.evaluateSimpleExpression(expression.substring(1), new FormContext(Map.of(), scope));
            options = json(result);
        } else if (component.has("valuesKey")) {
            String key = component.path("valuesKey").asText();
            options = scope.hasVariable(key) ? json(scope.getVariable(key)) : choices.of(key);
        }
        Set<JsonNode> offered = new HashSet<>();
        options.forEach(option -> offered.add(option.isObject() ? option.path("value") : option));
        return offered;
    }

    /** What can stand in a field: text, number, truth value, list. A file or an object was written by no form. */
    private static @Nullable Object plain(@Nullable TypedValue typed, FormField field, Refusal errors) {
        try {
            if (typed instanceof JsonValue value) {
                return plain(JSON.readTree(
                        value.isDeserialized() ? value.getValue().toString() : value.getValueSerialized()));
            }
            if (typed == null || typed.getType() == null || typed.getType().isPrimitiveValueType()) {
                return typed == null ? null : typed.getValue();
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        errors.field(field.name(), "field.invalid");
        return null;
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node;
    }

    /** Options come as JSON, choices as what stands for it in Java. */
    static JsonNode json(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        return value instanceof SpinJsonNode spin ? json(spin.unwrap()) : JSON.valueToTree(value);
    }
}
