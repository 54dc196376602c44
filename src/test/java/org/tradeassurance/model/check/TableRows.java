package org.tradeassurance.model.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.tradeassurance.process.DeployedTables;

/**
 * The rows of a table leave no gap and do not overlap. Each column is tried with its allowed values, or else with both sides of every limit in
 * it; where neither names a case, as for a country, with one more value.
 */
final class TableRows {

    private static final long EXPECTED_CENTS = 1_000_000;
    private static final Pattern DATE = Pattern.compile("date\\(\"([^\"]*)\"\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+( \\* expectedCents)?");

    private TableRows() {}

    static List<Finding> check(String file, String name, DmnModelInstance original) {
        Found found = new Found(file);
        DmnModelInstance model = original.clone();
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
        DmnDecision decision = Dmn.read(name, model);
        List<String> ids = rows.stream().map(Rule::getId).toList();
        for (List<Object> values : cases) {
            List<String> matching = Dmn.ask(decision, inputs(values)).rows();
            boolean meant = matching.isEmpty() && DeployedTables.rowsSayTheWords(name);
            if (matching.size() != 1 && !meant) {
                say(found, columns, values, matching.stream().map(ids::indexOf).toList());
                break;
            }
        }
        return found.all();
    }

    private static void say(Found found, List<Input> columns, List<Object> values, List<Integer> rows) {
        String when = IntStream.range(0, values.size())
                .mapToObj(column -> TableRules.label(columns.get(column)) + " = " + values.get(column))
                .collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            found.stops(Place.FILE, "rows.gap", when);
        } else {
            found.stops(
                    Place.FILE,
                    "rows.overlap",
                    rows.stream().map(row -> row + 1).toList(),
                    when);
        }
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
                .map(row -> TableRules.text(
                        List.copyOf(row.getInputEntries()).get(column).getText()))
                .toList();
    }

    private static Set<Object> values(Input column, List<String> cells) {
        Set<Object> values = new LinkedHashSet<>();
        String type = String.valueOf(column.getInputExpression().getTypeRef());
        if (column.getInputValues() != null) {
            values.addAll(
                    TableRules.words(TableRules.text(column.getInputValues().getText())));
        } else if (isDate(column)) {
            values.add("2015-01-01");
            cells.forEach(cell -> DATE.matcher(cell).results().forEach(date -> around(date.group(1), values)));
        } else if (type.equals("boolean")) {
            values.addAll(List.of(true, false));
        } else if (type.equals("string")) {
            values.add("another");
            cells.forEach(cell -> values.addAll(TableRules.words(cell)));
        } else {
            values.add(0L);
            cells.forEach(cell -> NUMBER.matcher(cell)
                    .results()
                    .map(TableRows::number)
                    .forEach(limit -> values.addAll(List.of(limit - 1, limit, limit + 1))));
        }
        boolean tried = cells.stream().anyMatch(cell -> !cell.isEmpty() && !cell.equals("-"));
        return tried ? values : Set.of(values.iterator().next());
    }

    private static void around(String date, Set<Object> values) {
        try {
            LocalDate day = LocalDate.parse(date);
            List.of(day.minusDays(1), day, day.plusDays(1)).forEach(one -> values.add(one.toString()));
        } catch (DateTimeException e) {
            values.add(date); // no row will answer for it
        }
    }

    private static long number(MatchResult limit) {
        String text = limit.group();
        return text.endsWith("expectedCents")
                ? Long.parseLong(text.substring(0, text.indexOf(' '))) * EXPECTED_CENTS
                : Long.parseLong(text);
    }

    private static boolean isDate(Input column) {
        return TableRules.text(column.getInputExpression().getText()).startsWith("date(");
    }
}
