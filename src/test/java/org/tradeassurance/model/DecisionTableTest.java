package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.Findings.none;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table in {@code processes} must keep to. */
class DecisionTableTest {

    static List<Path> tables() {
        return ModelFiles.dmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aFileHoldsOneUniqueTableOfItsName(Path file) {
        none(file, ModelFiles.otherPlatform(file));
        assertThat(elements(file, Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId()).isEqualTo(ModelFiles.nameOf(file)).matches("[a-z]+(-[a-z]+)+");
            assertThat(decision.getName()).matches("[A-Z][a-z-]+( [a-z]+)*");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D");
        });
        assertThat(elements(file, DecisionTable.class))
                .singleElement()
                .extracting(DecisionTable::getHitPolicy)
                .isEqualTo(HitPolicy.UNIQUE);
        assertThat(ModelFiles.text(file)).contains("dmnElementRef=\"" + ModelFiles.nameOf(file) + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyRowNamesItsRuleAndWhy(Path file) {
        each(
                file,
                elements(file, Rule.class),
                rule -> assertThat(rule.getDescription().getTextContent())
                        .as("annotation")
                        .containsPattern("^" + ProcessModelTest.RULE.pattern())
                        .matches(".*: .{8,}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyTableCanChangeOnADate(Path file) {
        assertThat(elements(file, InputExpression.class))
                .extracting(expression -> expression.getText().getTextContent())
                .contains("date(onDate)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void moneyIsWholeCentsAndTimeAnInput(Path file) {
        String text = ModelFiles.text(file);
        none(
                file,
                Stream.of("double", "\"number\"", "now()", "today()")
                        .filter(text::contains)
                        .map(banned -> "what is not allowed in a table: " + banned)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyColumnHasALabelAndEveryOutputAName(Path file) {
        each(
                file,
                elements(file, Input.class),
                input -> assertThat(input.getLabel()).isNotBlank());
        each(file, elements(file, Output.class), output -> {
            assertThat(output.getLabel()).isNotBlank();
            assertThat(output.getName()).matches("[a-z]+([A-Z][a-z]+)*");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void theEngineCanReadTheTable(Path file) {
        assertThatCode(() -> Tables.read(ModelFiles.nameOf(file), ModelFiles.text(file)))
                .doesNotThrowAnyException();
    }

    private static <T extends ModelElementInstance> Collection<T> elements(Path file, Class<T> type) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(type);
    }
}
