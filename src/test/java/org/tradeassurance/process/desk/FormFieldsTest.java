package org.tradeassurance.process.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Choices;

/** What each form lets through, and what no browser would send. */
class FormFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final FormChoices CHOICES = new FormChoices(() -> List.of(new Choices() {
        @Override
        public String name() {
            return "transports";
        }

        @Override
        public List<Choice> offered() {
            return List.of(new Choice("SEA", "海运 / Sea"), new Choice("RAIL", "铁路 / Rail"));
        }
    }));
    private static final List<String> SAMPLES =
            List.of("Sample", "40.00", "70058590568114", "RF-100001", "GB", "5", "acme@example.com", "2015-11-27");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.sorted().toList().stream();
        }
    }

    /** One row for each field of each form. */
    static Stream<Arguments> fields() throws IOException {
        return forms().flatMap(form -> read(form).fields().stream()
                .map(field -> Arguments.of(form.getFileName().toString(), field.key(), form)));
    }

    private static FormFields read(Path form) {
        try {
            return FormFields.of(Files.readAllBytes(form), FEEL, CHOICES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void whatIsFilledInPassesAndAnUnknownVariableDoesNot(Path form) {
        VariableMap filled = filled(read(form), "");
        assertThat(errors(form, filled)).isEmpty();
        filled.put("orderTotal", "1.00");
        assertThat(errors(form, filled)).containsExactly(" form.no-field");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("fields")
    void aWrongTypeAMissingAnswerAndAValueNotOfferedAreNamed(String name, String key, Path form) {
        FormFields fields = read(form);
        FormField field = fields.fields().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        VariableMap filled = filled(fields, key);
        assertThat(filled).as("shown under some answer").containsKey(key);

        boolean text = field.component().path("type").asText().startsWith("text");
        boolean choice = field.component().path("type").asText().equals("select");
        filled.put(key, 42);
        assertThat(errors(form, filled))
                .anyMatch(error -> error.startsWith(field.name() + ' ') && (!text || error.endsWith("text-expected")));
        if (choice) {
            filled.put(key, "something else");
            assertThat(errors(form, filled)).contains(field.name() + " field.not-offered");
        }
        filled.put(key, null);
        boolean required = field.component().path("validate").path("required").asBoolean();
        assertThat(errors(form, filled).contains(field.name() + " field.required"))
                .isEqualTo(required);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            confirm-contract-as-buyer | {"decision":"confirm"} |
            confirm-contract-as-buyer | {"decision":"cancel"} | 原因 / Reason field.required
            confirm-contract-as-buyer | {"decision":"confirm","reason":"No"} | 原因 / Reason form.not-asked
            confirm-contract-as-buyer | {"decision":"Confirm"} | 决定 / Decision field.not-offered
            confirm-contract-as-buyer | {"decision":" "} | 决定 / Decision field.required
            """)
    void whatOneAnswerAsksForDependsOnTheOther(String form, String submitted, @Nullable String error)
            throws IOException {
        assertThat(errors(Path.of("forms", form + ".form"), variables(submitted)))
                .isEqualTo(error == null ? List.of() : List.of(error));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"number","key":"n","validate":{"min":1}} | {"n":0} | n field.invalid
            {"type":"number","key":"n","validate":{"min":1}} | {"n":"1"} | n field.invalid
            {"type":"number","key":"n","validate":{"min":1}} | {"n":1.5} |
            {"type":"number","key":"n","serializeToString":true} | {"n":"1.50"} |
            {"type":"number","key":"n","serializeToString":true} | {"n":1.5} | n field.invalid
            {"type":"checkbox","key":"c","validate":{"required":true}} | {"c":false} | c field.required
            {"type":"checkbox","key":"c"} | {"c":"true"} | c field.boolean
            {"type":"datetime","subtype":"date","key":"d"} | {"d":"2015-02-30"} | d field.date
            {"type":"datetime","subtype":"date","key":"d"} | {"d":"2015-02-28"} |
            {"type":"textfield","key":"t","validate":{"maxLength":3}} | {"t":"four"} | t field.too-long
            {"type":"textfield","key":"t","validate":{"pattern":"^[0-9]+$"}} | {"t":"1a"} | t field.invalid
            {"type":"textfield","key":"t","readonly":true} | {"t":"changed"} |
            {"type":"checklist","key":"m","values":[{"value":"TT"}]} | {"m":["TT","TT"]} | m field.not-offered
            {"type":"checklist","key":"m","values":[{"value":"TT"}]} | {"m":["TT"]} |
            {"type":"select","key":"s","valuesKey":"candidates"} | {"s":"A"} |
            {"type":"select","key":"s","valuesKey":"candidates"} | {"s":"C"} | s field.not-offered
            {"type":"select","key":"s","valuesExpression":"=candidates"} | {"s":"B"} |
            {"type":"select","key":"s","valuesExpression":"=candidates"} | {"s":"C"} | s field.not-offered
            {"type":"dynamiclist","path":"l","components":[{"type":"textfield","key":"t"}]} | {"l":[{"t":1}]} | l[0].t field.text-expected
            {"type":"textfield","key":"t"} | {"t":"a\\u0000b"} | t field.text
            {"type":"textarea","key":"t"} | {"t":"a\\ud83d"} | t field.text
            {"type":"dynamiclist","path":"l","components":[{"type":"textfield","key":"t"}]} | {"l":[{"x":1}]} | ' form.no-field'
            {"type":"dynamiclist","path":"l","components":[{"type":"textfield","key":"t"}]} | {"l":"text"} | l field.invalid
            {"type":"group","components":[{"type":"textfield","key":"t"}]} | {"t":"in a group"} |
            {"type":"filepicker","key":"f"} | {"f":"x"} | f field.invalid
            """)
    void eachKindOfFieldTakesItsOwn(String component, String submitted, @Nullable String error) throws IOException {
        FormFields fields =
                FormFields.of(("{\"components\":[" + component + "]}").getBytes(StandardCharsets.UTF_8), FEEL, CHOICES);
        assertThat(errors(fields, variables(submitted))).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void aFieldThatOnlyShowsNeverOverwrites() {
        FormFields fields = FormFields.of("""
                {"components": [{"type": "textfield", "key": "amount", "readonly": true}, {"type": "textfield", "key": "note"}]}
                """.getBytes(StandardCharsets.UTF_8), FEEL, CHOICES);
        assertThat(fields.accepted(Variables.putValue("amount", "1.00").putValue("note", "Seen"), opened()))
                .containsOnlyKeys("note");
    }

    @Test
    void objectsAndFilesAreWrittenByNoForm() throws IOException {
        VariableMap submitted = Variables.createVariables()
                .putValueTyped(
                        "decision",
                        Variables.serializedObjectValue("{}")
                                .serializationDataFormat("application/json")
                                .objectTypeName("java.util.HashMap")
                                .create());
        assertThat(errors(Path.of("forms/confirm-contract-as-buyer.form"), submitted))
                .contains("决定 / Decision field.invalid");
        submitted.putValueTyped("decision", SpinValues.jsonValue("{not json").create());
        assertThat(errors(Path.of("forms/confirm-contract-as-buyer.form"), submitted))
                .contains("决定 / Decision field.invalid");
    }

    private static List<String> errors(Path form, VariableMap submitted) {
        return errors(read(form), submitted);
    }

    private static List<String> errors(FormFields form, VariableMap submitted) {
        try {
            form.accepted(submitted, opened());
            return List.of();
        } catch (Refusal refusal) {
            return refusal.fieldErrors().stream()
                    .map(error -> error.field() + ' ' + error.messageKey())
                    .toList();
        }
    }

    /** Answers to all fields that are asked for, with choices that lead to the field {@code wanted}. */
    private static VariableMap filled(FormFields form, String wanted) {
        List<VariableMap> tries = new ArrayList<>(List.of(Variables.createVariables()));
        List<FormField> asked = new ArrayList<>();
        for (FormField field : form.fields()) {
            List<VariableMap> longer = new ArrayList<>();
            for (VariableMap one : tries) {
                for (Object answer : answers(field)) {
                    longer.add(new VariableMapImpl(one).putValue(field.key(), answer));
                }
                longer.add(one);
            }
            asked.add(field);
            FormFields soFar = new FormFields(asked, FEEL, CHOICES);
            longer.removeIf(one -> !errors(soFar, one).isEmpty());
            tries = longer.size() > 64 ? best(longer, wanted) : longer;
        }
        return best(tries, wanted).get(0);
    }

    private static List<VariableMap> best(List<VariableMap> tries, String wanted) {
        return tries.stream()
                .sorted((a, b) -> score(b, wanted) - score(a, wanted))
                .limit(64)
                .toList();
    }

    private static int score(VariableMap one, String wanted) {
        return one.size() + (one.containsKey(wanted) ? 100 : 0);
    }

    private static List<Object> answers(FormField field) {
        List<Object> answers = new ArrayList<>();
        switch (field.component().path("type").asText()) {
            case "select", "radio" -> {
                field.component()
                        .path("values")
                        .forEach(value -> answers.add(value.path("value").asText()));
                if (field.component().has("valuesKey")) {
                    answers.addAll(List.of("A", "other", "SEA"));
                }
            }
            case "checklist" -> answers.add(SpinValues.jsonValue("[]").create());
            case "dynamiclist" -> answers.add(SpinValues.jsonValue("[{}]").create());
            case "checkbox" -> answers.add(true);
            case "number" -> answers.add(1);
            default ->
                SAMPLES.stream().filter(sample -> fits(field, sample)).limit(1).forEach(answers::add);
        }
        return answers;
    }

    private static boolean fits(FormField field, String sample) {
        Refusal errors = new Refusal(Problem.INVALID_FIELD, null);
        field.check("", sample, one -> Set.of(), errors);
        return errors.fieldErrors().isEmpty();
    }

    private static VariableMap variables(String json) throws IOException {
        VariableMap variables = Variables.createVariables();
        for (Map.Entry<String, JsonNode> field : JSON.readTree(json).properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                variables.putValueTyped(
                        field.getKey(), SpinValues.jsonValue(value.toString()).create());
            } else {
                variables.put(field.getKey(), JSON.treeToValue(value, Object.class));
            }
        }
        return variables;
    }

    /** The task's variables. */
    private static VariableScope opened() {
        JsonValue offered = SpinValues.jsonValue("[{\"value\":\"A\"},{\"value\":\"B\"},{\"value\":\"other\"}]")
                .create();
        VariableScope scope = mock(VariableScope.class);
        for (String name : List.of("candidates", "orders", "refunds")) {
            when(scope.hasVariable(name)).thenReturn(true);
            when(scope.getVariable(name)).thenReturn(offered.getValue());
            when(scope.getVariableTyped(name)).thenReturn(offered);
        }
        return scope;
    }
}
