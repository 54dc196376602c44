package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.model.Findings.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form in {@code forms} must keep to. */
class FormTest {

    private static final String CHINESE = "(?s).*\\p{IsHan}.*";
    private static final String ENGLISH = "(?s).*[A-Za-z]{2}.*";

    static List<Path> forms() {
        return ModelFiles.forms();
    }

    static List<Path> taskForms() {
        List<String> tasks = ModelFiles.bpmn().stream()
                .flatMap(file -> ModelFiles.elements(file, UserTask.class).stream())
                .map(task -> ModelFiles.kebab(task.getId()))
                .toList();
        return forms().stream()
                .filter(form -> tasks.contains(ModelFiles.nameOf(form)))
                .toList();
    }

    @Test
    void everyOtherFormStartsAProcess() {
        List<String> started = ModelFiles.bpmn().stream()
                .flatMap(file -> ModelFiles.elements(file, StartEvent.class).stream())
                .map(start -> String.valueOf(start.getCamundaFormRef()))
                .toList();
        assertThat(forms())
                .filteredOn(form -> !taskForms().contains(form))
                .allSatisfy(form -> assertThat(started).contains(ModelFiles.nameOf(form)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormIsNamedAsItsFileAndFitsTasklist(Path file) {
        JsonNode form = ModelFiles.json(file);
        assertThat(form.path("id").asText()).isEqualTo(ModelFiles.nameOf(file));
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isBetween(16, 19);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taskForms")
    void aFormBeginsWithOneSentenceInBothLanguagesAndTheFactsOfTheOrder(Path file) {
        JsonNode components = ModelFiles.json(file).path("components");
        JsonNode purpose = components.path(0);
        assertThat(purpose.path("type").asText()).isEqualTo("text");
        assertThat(purpose.path("text").asText().split("\n\n", -1))
                .satisfiesExactly(
                        en -> assertThat(en).matches("[A-Z][^.]+\\."),
                        zh -> assertThat(zh).matches("\\p{IsHan}[^。]+。"));
        assertThat(components.path(1).path("text").asText()).contains("{{", "}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFieldIsAVariableWithLabelsInBothLanguages(Path file) {
        each(file, fields(file), field -> {
            assertThat(field.path("key").asText()).matches("[a-z]+([A-Z][a-z]+)*");
            assertThat(field.path("label").asText())
                    .as("label")
                    .matches(CHINESE)
                    .matches(ENGLISH);
            assertThat(field.path("values"))
                    .allSatisfy(value -> assertThat(value.path("label").asText())
                            .matches(CHINESE)
                            .matches(ENGLISH));
            assertThat(field.path("readonly").asBoolean())
                    .as("a read-only field would be posted back")
                    .isFalse();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aReasonIsAskedOnlyWhereADecisionNeedsIt(Path file) {
        each(
                file,
                fields(file).stream()
                        .filter(field -> field.path("key").asText().equals("reason"))
                        .toList(),
                field -> {
                    assertThat(field.path("conditional").path("hide").asText()).startsWith("=decision != ");
                    assertThat(field.path("validate").path("required").asBoolean())
                            .isTrue();
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void anAmountIsAskedForWithItsCurrencyBehindIt(Path file) {
        List<JsonNode> amounts = ModelFiles.json(file).findParents("validate").stream()
                .filter(field -> field.path("validate")
                        .path("patternErrorMessage")
                        .asText()
                        .contains("amount"))
                .toList();
        each(
                file,
                amounts,
                field -> assertThat(
                                field.path("appearance").path("suffixAdorner").asText())
                        .isEqualTo("USD"));
    }

    /** What can be filled in: texts and tables have no key. */
    private static List<JsonNode> fields(Path file) {
        List<JsonNode> fields = new ArrayList<>();
        ModelFiles.json(file).path("components").forEach(component -> {
            if (component.has("key")) {
                fields.add(component);
            }
        });
        return fields;
    }
}
