package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.tradeassurance.process.DeployedTables;
import org.tradeassurance.process.DeployedTables.Contract;
import org.tradeassurance.process.TableFact;

/**
 * The examples beside a table, {@code <table>.csv}: each line says what is asked and what is expected, columns by the names of inputs and
 * outputs. What a line does not ask is not known; a fact of the order is that of its own example, and without a date it is {@link #ANY_DAY}.
 */
final class Examples {

    private static final String ANY_DAY = "2016-05-06";
    private static final String ON_DATE = "onDate";

    /** Why a line is there: for people, and for the list of rules with their examples. */
    private static final Set<String> FOR_PEOPLE = Set.of("id", "why");

    private final Found found;
    private final Contract contract;
    private final DmnDecision decision;
    private final List<String> rows;
    private final Map<String, Object> facts;

    private Examples(
            Found found, Contract contract, DmnDecision decision, List<String> rows, Map<String, Object> facts) {
        this.facts = facts;
        this.found = found;
        this.contract = contract;
        this.decision = decision;
        this.rows = rows;
    }

    /** @param sound tables that can be asked */
    static List<Finding> check(Folder files, Set<String> sound) {
        List<Finding> all = new ArrayList<>();
        for (String name : files.of("csv")) {
            String file = "processes/" + name + ".csv";
            Found found = new Found(file);
            Contract contract = DeployedTables.contract(name);
            if (!files.of("dmn").contains(name)) {
                found.rule(Place.FILE, "example.no-table", name);
            } else if (contract != null && sound.contains(name)) {
                of(found, contract, name, Objects.requireNonNull(files.table(name)))
                        .check(files.text(file));
            }
            all.addAll(found.all());
        }
        sound.stream()
                .filter(name -> !files.of("csv").contains(name))
                .forEach(name -> all.add(Finding.of(
                        Severity.RULE, "processes/" + name + ".dmn", Place.FILE, "example.none", name + ".csv")));
        return all;
    }

    private static Examples of(Found found, Contract contract, String name, DmnModelInstance original) {
        DmnModelInstance model = original.clone();
        model.getModelElementsByType(DecisionTable.class).forEach(table -> table.setHitPolicy(HitPolicy.COLLECT));
        List<String> rows = model.getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
        return new Examples(found, contract, Dmn.read(name, model), rows, facts(contract, name, model));
    }

    /** Those that the table asks for. */
    private static Map<String, Object> facts(Contract contract, String name, DmnModelInstance model) {
        return model.getModelElementsByType(Text.class).stream()
                .flatMap(text -> DeployedTables.names(text.getTextContent()).stream())
                .distinct()
                .filter(asked -> DeployedTables.isKnown(name, asked)
                        && !contract.inputs().containsKey(asked))
                .map(TableFact::named)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(TableFact::column, TableFact::example));
    }

    private void check(String text) {
        List<String> lines = text.lines().toList();
        List<String> header = cells(lines.isEmpty() ? "" : lines.get(0));
        List<String> unknown = header.stream()
                .filter(column -> !FOR_PEOPLE.contains(column)
                        && !isInput(column)
                        && !contract.outputs().containsKey(column))
                .toList();
        if (!unknown.isEmpty()) {
            found.stops(
                    Place.line(1),
                    "example.column",
                    unknown,
                    asked(),
                    contract.outputs().keySet());
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() != header.size()) {
                found.stops(Place.line(i + 1), "example.cells", header.size(), cells.size());
            } else if (!lines.get(i).isBlank()) {
                Map<String, String> line = new HashMap<>();
                for (int column = 0; column < cells.size(); column++) {
                    line.put(header.get(column), cells.get(column));
                }
                line(Place.line(i + 1), line);
            }
        }
    }

    private Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(contract.inputs().keySet());
        asked.addAll(facts.keySet());
        return asked;
    }

    private boolean isInput(String column) {
        return column.equals(ON_DATE) || asked().contains(column);
    }

    private void line(Place place, Map<String, String> line) {
        Map<String, @Nullable Object> inputs = new HashMap<>(Map.of(ON_DATE, ANY_DAY));
        inputs.putAll(facts);
        contract.inputs().forEach((name, type) -> inputs.put(name, value("", type)));
        line.forEach((name, cell) -> {
            if (isInput(name) && !(cell.isEmpty() && facts.containsKey(name))) {
                inputs.put(
                        name,
                        value(
                                cell,
                                contract.inputs()
                                        .getOrDefault(name, facts.containsKey(name) ? Object.class : String.class)));
            }
        });
        Dmn.Answer answer = Dmn.ask(decision, inputs);
        if (answer.rows().size() != 1) {
            found.stops(place, answer.rows().isEmpty() ? "example.no-row" : "example.rows", numbers(answer.rows()));
            return;
        }
        contract.outputs().keySet().stream().filter(line::containsKey).forEach(output -> {
            String said = Objects.toString(answer.outputs().get(output), "");
            String expected = Objects.requireNonNull(line.get(output));
            if (!said.equals(expected)) {
                found.stops(
                        place,
                        "example.differs",
                        output,
                        expected.isEmpty() ? "-" : expected,
                        said.isEmpty() ? "-" : said,
                        numbers(answer.rows()).get(0),
                        answer.rows().get(0));
            }
        });
    }

    private List<Integer> numbers(List<String> ids) {
        return ids.stream().map(id -> rows.indexOf(id) + 1).toList();
    }

    /** As code gives it: what is not known is no word of any table. */
    private static @Nullable Object value(String cell, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return cell.isEmpty() ? null : Boolean.valueOf(cell);
        }
        if (cell.matches("-?\\d{1,18}") && !type.isEnum() && type != String.class) {
            return Long.valueOf(cell);
        }
        return cell;
    }

    /** A cell in quotes may hold commas. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
