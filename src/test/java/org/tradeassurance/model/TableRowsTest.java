package org.tradeassurance.model;

import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.Findings.none;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of a table leave no gap and do not overlap, and every cell has an allowed value. Each column is tried with its allowed values, or
 * else with both sides of every limit in it; where neither names a case, as for a country, with one more value.
 */
class TableRowsTest {

    private static final long EXPECTED_CENTS = 1_000_000;
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern DATE = Pattern.compile("date\\(\"([^\"]*)\"\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+( \\* expectedCents)?");

    static List<Path> tables() {
        return ModelFiles.dmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void whateverComesExactlyOneRowAnswers(Path file) {
        DmnModelInstance model = Tables.model(file);
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        List<Input> columns = List.copyOf(table.getInputs());
        List<Rule> rows = List.copyOf(table.getRules());
        List<List<Object>> cases = List.of(List.of());
        for (int column = 0; column < columns.size(); column++) {
            cases = with(cases, values(columns.get(column), cells(rows, column)));
        }
        table.setHitPolicy(HitPolicy.COLLECT);
        for (int column = 0; column < columns.size(); column++) {
            boolean date = isDate(columns.get(column));
            columns.get(column)
                    .getInputExpression()
                    .getText()
                    .setTextContent((date ? "date(c%d)" : "c%d").formatted(column));
        }
        DmnDecision decision = Tables.read(ModelFiles.nameOf(file), model);
        List<String> rowIds = rows.stream().map(Rule::getId).toList();
        none(
                file,
                cases.stream()
                        .map(values -> finding(columns, values, Tables.matching(decision, inputs(values)), rowIds))
                        .filter(Predicate.not(String::isEmpty))
                        .limit(1)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aCellHasAnAllowedValue(Path file) {
        DecisionTable table = Tables.model(file)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Output> outputs = List.copyOf(table.getOutputs());
        each(file, table.getRules(), row -> {
            List<String> in = row.getInputEntries().stream()
                    .map(cell -> cell.getText().getTextContent())
                    .toList();
            List<String> out = row.getOutputEntries().stream()
                    .map(cell -> cell.getText().getTextContent())
                    .toList();
            for (int column = 0; column < in.size(); column++) {
                requireAllowed(
                        inputs.get(column).getLabel(),
                        in.get(column),
                        inputs.get(column).getInputValues());
            }
            for (int column = 0; column < out.size(); column++) {
                requireAllowed(
                        outputs.get(column).getLabel(),
                        out.get(column),
                        outputs.get(column).getOutputValues());
            }
        });
    }

    /** Code takes whatever it does not know for the usual choice, so a choice that belongs to another policy would go unnoticed. */
    @Test
    void aPolicyChoosesWhatItsAnnotationOffers() {
        Path file = ModelFiles.PROCESSES.resolve("order-policies.dmn");
        each(file, Tables.model(file).getModelElementsByType(Rule.class), row -> {
            String choice = row.getOutputEntries().iterator().next().getText().getTextContent();
            Assertions.assertThat(row.getDescription().getTextContent())
                    .as("annotation explains the choice")
                    .containsPattern("\\b%s\\b".formatted(choice.replace("\"", "")));
        });
    }

    private static void requireAllowed(String column, String cell, UnaryTests allowed) {
        if (allowed != null) {
            Assertions.assertThat(texts(allowed.getText().getTextContent()))
                    .as("allowed values of \"%s\"", column)
                    .containsAll(texts(cell));
        }
    }

    private static String finding(List<Input> columns, List<Object> values, Set<String> matching, List<String> rows) {
        if (matching.size() == 1) {
            return "";
        }
        String numbers = matching.stream()
                .map(id -> Integer.toString(rows.indexOf(id) + 1))
                .collect(Collectors.joining(" and "));
        String when = IntStream.range(0, values.size())
                .mapToObj(column -> columns.get(column).getLabel() + " = " + values.get(column))
                .collect(Collectors.joining(", "));
        return (matching.isEmpty() ? "no row answers" : "rows " + numbers + " answer at once") + " for " + when;
    }

    private static List<List<Object>> with(List<List<Object>> cases, Set<Object> values) {
        List<List<Object>> more = new ArrayList<>();
        cases.forEach(before -> values.forEach(value -> {
            List<Object> one = new ArrayList<>(before);
            one.add(value);
            more.add(one);
        }));
        return more;
    }

    private static Map<String, Object> inputs(List<Object> values) {
        Map<String, Object> inputs = new HashMap<>(Map.of("expectedCents", EXPECTED_CENTS));
        for (int column = 0; column < values.size(); column++) {
            inputs.put("c" + column, values.get(column));
        }
        return inputs;
    }

    private static List<String> cells(List<Rule> rows, int column) {
        return rows.stream()
                .map(row ->
                        List.copyOf(row.getInputEntries()).get(column).getText().getTextContent())
                .toList();
    }

    private static Set<Object> values(Input column, List<String> cells) {
        Set<Object> values = new LinkedHashSet<>();
        String type = String.valueOf(column.getInputExpression().getTypeRef());
        if (column.getInputValues() != null) {
            values.addAll(texts(column.getInputValues().getText().getTextContent()));
        } else if (isDate(column)) {
            values.add("2015-01-01");
            cells.forEach(cell -> DATE.matcher(cell).results().forEach(date -> {
                LocalDate day = LocalDate.parse(date.group(1));
                List.of(day.minusDays(1), day, day.plusDays(1)).forEach(one -> values.add(one.toString()));
            }));
        } else if (type.equals("boolean")) {
            values.addAll(List.of(true, false));
        } else if (type.equals("string")) {
            values.add("another");
            cells.forEach(cell -> values.addAll(texts(cell)));
        } else {
            cells.forEach(cell -> NUMBER.matcher(cell)
                    .results()
                    .map(TableRowsTest::number)
                    .forEach(limit -> values.addAll(List.of(limit - 1, limit, limit + 1))));
        }
        return values;
    }

    private static long number(MatchResult limit) {
        String text = limit.group();
        return text.endsWith("expectedCents")
                ? Long.parseLong(text.substring(0, text.indexOf(' '))) * EXPECTED_CENTS
                : Long.parseLong(text);
    }

    private static boolean isDate(Input column) {
        return column.getInputExpression().getText().getTextContent().startsWith("date(");
    }

    private static List<String> texts(String cell) {
        return TEXT.matcher(cell.replaceAll(DATE.pattern(), ""))
                .results()
                .map(text -> text.group(1))
                .toList();
    }
}
