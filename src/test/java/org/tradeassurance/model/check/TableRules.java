package org.tradeassurance.model.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.DeployedTables;

/** What every decision table must keep to. What code asks of it is looked at by the same check that refuses its deployment. */
final class TableRules {

    private static final Pattern OURS = Pattern.compile(
            "modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7\\.24\\.\\d+\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern DATE = Pattern.compile("date\\(\"([^\"]*)\"\\)");
    /** Trying all cases takes longest, and the same table has the same rows. */
    private static final Map<String, List<Finding>> ROWS = new ConcurrentHashMap<>();

    private static final List<String> INEXACT = List.of("double", "\"number\"", "now()", "today()");

    private final Folder files;
    private final Found found;
    private final DecisionTable table;
    private final String name;

    private TableRules(Folder files, String file, DecisionTable table) {
        this.files = files;
        this.found = new Found(file);
        this.table = table;
        this.name = Folder.nameOf(file);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.tables().forEach((file, model) -> all.addAll(check(files, file, model)));
        DeployedTables.asked().stream()
                .filter(table -> !files.of("dmn").contains(table))
                .forEach(table -> all.add(
                        Finding.of(Severity.STOPS, "processes/" + table + ".dmn", Place.FILE, "table-file.missing")));
        return all;
    }

    /** Of a table that is none of ours, or is asked wrongly, no more is said than that. */
    private static List<Finding> check(Folder files, String file, DmnModelInstance model) {
        Found found = new Found(file);
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            found.stops(
                    Place.FILE,
                    "table-file.one",
                    decisions.stream().map(Decision::getId).toList());
            return found.all();
        }
        Decision decision = decisions.iterator().next();
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            found.stops(Place.FILE, "table.no-table");
            return found.all();
        }
        TableRules rules = new TableRules(files, file, table);
        rules.decision(decision);
        rules.columns();
        rules.rows();
        if (rules.found.all().stream().noneMatch(finding -> finding.severity() == Severity.STOPS)) {
            DeployedTables.findings(decision, files.words())
                    .forEach(fault -> rules.found.all().add(Finding.of(file, fault)));
        }
        if (rules.found.all().stream().noneMatch(finding -> finding.severity() == Severity.STOPS)) {
            rules.unread();
        }
        if (rules.found.all().stream().noneMatch(finding -> finding.severity() == Severity.STOPS)) {
            rules.found
                    .all()
                    .addAll(ROWS.computeIfAbsent(
                            files.text(file), text -> TableRows.check(file, name(decision), model)));
        }
        return rules.found.all();
    }

    private static String name(Decision decision) {
        return decision.getId();
    }

    private void decision(Decision decision) {
        if (!OURS.matcher(files.text(found.file())).find()) {
            found.rule(Place.FILE, "file.platform");
        }
        if (!decision.getId().equals(name)) {
            found.stops(decision, "table-file.id", decision.getId(), name);
        }
        String kept = decision.getCamundaHistoryTimeToLiveString();
        if (kept == null || kept.isBlank()) {
            found.stops(decision, "process.no-history", ProcessRules.KEPT);
        } else if (!kept.equals(ProcessRules.KEPT)) {
            found.rule(decision, "process.history", kept, ProcessRules.KEPT);
        }
        if (!table.getHitPolicy().equals(HitPolicy.UNIQUE)) {
            found.stops(Place.FILE, "table-file.hit-policy", table.getHitPolicy());
        }
        if (decision.getName() == null || !decision.getName().matches("[A-Z][a-z-]+( [a-z]+)*")) {
            found.rule(decision, "table-file.name");
        }
        INEXACT.stream()
                .filter(files.text(found.file())::contains)
                .forEach(banned -> found.rule(Place.FILE, "table-file.inexact", banned.replace("\"", "")));
    }

    private void columns() {
        for (Input input : table.getInputs()) {
            String asked = asked(input);
            if (asked.isEmpty() || !Feel.isExpression(asked)) {
                found.stops(column(input), "feel.unreadable", asked);
            }
            Feel.unknownFunctions(asked).forEach(called -> found.stops(column(input), "feel.function", called));
            if (label(input).isEmpty()) {
                found.rule(input, "table-file.label");
            }
        }
        boolean dated =
                table.getInputs().stream().anyMatch(input -> asked(input).equals("date(onDate)"));
        if (!dated && !files.text(found.file()).contains("onDate")) {
            found.rule(Place.FILE, "table-file.date");
        }
        for (Output output : table.getOutputs()) {
            if (label(output).isEmpty()) {
                found.rule(output, "table-file.label");
            }
            if (output.getName() == null || !output.getName().matches("[a-z]+([A-Z][a-z]+)*")) {
                found.rule(output, "table-file.output");
            }
        }
    }

    private void rows() {
        int columns = table.getInputs().size() + table.getOutputs().size();
        int number = 0;
        for (Rule row : table.getRules()) {
            Place place = Place.row(++number);
            int cells = row.getInputEntries().size() + row.getOutputEntries().size();
            if (cells != columns
                    || row.getInputEntries().size() != table.getInputs().size()) {
                found.stops(place, "table-file.cells", cells, columns);
            } else {
                row(place, row);
            }
        }
    }

    private void row(Place place, Rule row) {
        String why = row.getDescription() == null ? "" : row.getDescription().getTextContent();
        if (!why.matches("(?s)" + ProcessRules.RULE.pattern() + ".*: .{8,}")) {
            found.rule(place, "table-file.why");
        }
        List<Input> inputs = List.copyOf(table.getInputs());
        List<String> in =
                row.getInputEntries().stream().map(cell -> text(cell.getText())).toList();
        for (int i = 0; i < in.size(); i++) {
            Place here = place.column(label(inputs.get(i)));
            cell(here, in.get(i), inputs.get(i).getInputValues(), true);
            if (asked(inputs.get(i)).startsWith("date(") && !words(in.get(i)).isEmpty()) {
                found.stops(here, "feel.no-date", in.get(i));
            }
        }
        List<Output> outputs = List.copyOf(table.getOutputs());
        List<String> out = row.getOutputEntries().stream().map(Sources::text).toList();
        for (int i = 0; i < out.size(); i++) {
            cell(place.column(label(outputs.get(i))), out.get(i), outputs.get(i).getOutputValues(), false);
        }
        if (name.equals("order-deadlines")) {
            counted(place, in, out);
        }
        if (name.equals("order-policies")) {
            explained(place, why, out);
        }
    }

    private void cell(Place place, String cell, @Nullable UnaryTests allowed, boolean condition) {
        if (condition ? !Feel.isCondition(cell) : !Feel.isExpression(cell)) {
            found.stops(place, "feel.unreadable", cell);
            return;
        }
        Feel.unknownFunctions(cell).forEach(called -> found.stops(place, "feel.function", called));
        DATE.matcher(cell)
                .results()
                .filter(date -> !isDay(date.group(1)))
                .forEach(date -> found.stops(place, "feel.no-date", date.group()));
        Set<String> unknown = new TreeSet<>(Feel.names(cell));
        unknown.removeIf(word -> word.equals("cellInput") || DeployedTables.isKnown(name, word));
        unknown.forEach(word -> found.stops(place, "feel.unknown", word));
        if (allowed != null && unknown.isEmpty()) {
            Set<String> words = words(text(allowed.getText()));
            words(cell).stream()
                    .filter(word -> !words.contains(word) && !files.words().contains(word))
                    .forEach(word -> found.stops(place, "table.not-offered", word, words));
        }
    }

    /** From when a deadline of the code counts is said by the code; one of the models needs both days and a beginning. */
    private void counted(Place place, List<String> inputs, List<String> outputs) {
        Set<String> asked = words(inputs.get(0));
        boolean ofModels = files.words().containsAll(asked);
        boolean ofCode = Stream.of(Deadline.values()).map(Deadline::name).anyMatch(asked::contains);
        List<Output> columns = List.copyOf(table.getOutputs());
        for (int i = 0; i < columns.size(); i++) {
            boolean from = "countsFrom".equals(columns.get(i).getName());
            Place here = place.column(label(columns.get(i)));
            if (ofModels && outputs.get(i).isEmpty()) {
                found.stops(here, "table.empty");
            } else if (from && ofCode && !outputs.get(i).isEmpty()) {
                found.stops(here, "table-file.counts", outputs.get(i));
            }
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A choice that belongs to another policy would be taken for the usual one. */
    private void explained(Place place, String why, List<String> outputs) {
        String choice = outputs.isEmpty() ? "" : outputs.get(0).replace("\"", "");
        if (!choice.isEmpty() && !why.matches("(?s).*\\b" + Pattern.quote(choice) + "\\b.*")) {
            found.stops(place, "table-file.choice", choice);
        }
    }

    /** What nothing reads is of no effect, whatever stands in it. */
    private void unread() {
        var contract = DeployedTables.contract(name);
        if (contract == null) {
            found.rule(Place.FILE, "table-file.unasked");
            return;
        }
        table.getOutputs().stream()
                .filter(output -> !contract.outputs().containsKey(output.getName()))
                .forEach(output -> found.stops(
                        column(output),
                        "table-file.unread",
                        output.getName(),
                        contract.outputs().keySet()));
    }

    private static Place column(DmnElement column) {
        return Place.at("column", label(column));
    }

    static String label(DmnElement column) {
        String label = column.getLabel();
        return label == null ? "" : label.strip();
    }

    private static String asked(Input input) {
        return input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
    }

    static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    static Set<String> words(String cell) {
        Set<String> words = new HashSet<>();
        QUOTED.matcher(DATE.matcher(cell).replaceAll("")).results().forEach(word -> words.add(word.group(1)));
        return words;
    }
}
