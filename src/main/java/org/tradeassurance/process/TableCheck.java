package org.tradeassurance.process;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Holds a decision table against the question that code asks it. What the code needs may not be missing: a column, a row for each word, a value
 * that it knows. More rows, more inputs of what is known and outputs that nobody reads are the analyst's business.
 */
final class TableCheck {

    private static final Set<HitPolicy> ONE_ROW =
            Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY, HitPolicy.PRIORITY);

    private static final Set<String> TRUTHS = Set.of("boolean");
    private static final Set<String> WHOLES = new LinkedHashSet<>(List.of("integer", "long"));
    private static final Set<String> TEXTS = Set.of("string");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** What an input asks for: neither a function, nor a part of a value, nor a word of the language. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.\"])(?!(?:and|or|not|if|then|else|in|between|true|false|null)\\b)[A-Za-z_]\\w*(?!\\w*(?: \\w+)*\\()");

    private final String name;
    private final Class<?> question;
    private final List<Input> inputs;
    private final List<Output> outputs;
    private final List<Rule> rows;
    private final List<TableFault> findings = new ArrayList<>();

    private final @Nullable Set<String> ofModels;

    private TableCheck(String name, Class<?> question, DecisionTable table, @Nullable Set<String> ofModels) {
        this.ofModels = ofModels;
        this.name = name;
        this.question = question;
        this.inputs = List.copyOf(table.getInputs());
        this.outputs = List.copyOf(table.getOutputs());
        this.rows = List.copyOf(table.getRules());
    }

    /** None when all is well. */
    static List<TableFault> findings(String name, Class<?> question, DecisionTable table) {
        return findings(name, question, table, Set.of());
    }

    /**
     * The same beside models.
     *
     * @param ofModels words that these ask with; null: they may ask with any
     */
    static List<TableFault> findings(
            String name, Class<?> question, DecisionTable table, @Nullable Set<String> ofModels) {
        TableCheck check = new TableCheck(name, question, table, ofModels);
        if (!ONE_ROW.contains(table.getHitPolicy())) {
            check.find(0, null, "table.hit-policy", table.getHitPolicy());
        }
        check.inputs.forEach(check::requireKnownNames);
        Columns.of(question).forEach(check::requireRows);
        Columns.of(Columns.answer(question)).forEach(check::requireOutput);
        return check.findings;
    }

    private void requireKnownNames(Input column) {
        names(inputOf(column))
                .filter(asked -> !Columns.isKnown(question, asked))
                .forEach(asked -> find(
                        0,
                        column.getLabel(),
                        Columns.asked(question).ofOrder() ? "table.unknown-fact" : "table.unknown-input",
                        asked,
                        String.join(", ", Columns.given(question)),
                        TableFact.offered()));
    }

    /** What a text in FEEL asks for by name. */
    static Stream<String> names(String feel) {
        return NAME.matcher(QUOTED.matcher(feel).replaceAll("\"\"")).results().map(MatchResult::group);
    }

    /** Each word of the code has a row, and no row waits for a word that the code never says. */
    private void requireRows(RecordComponent known) {
        asking(known)
                .forEach(column -> requireType(
                        inputs.get(column).getLabel(),
                        inputs.get(column).getInputExpression().getTypeRef(),
                        known.getType()));
        if (!known.getType().isEnum()) {
            return;
        }
        List<String> words = words(known.getType());
        asking(known).forEach(column -> {
            String label = inputs.get(column).getLabel();
            List<String> cells = rows.stream().map(row -> cell(row, column)).toList();
            for (int row = 0; row < cells.size(); row++) {
                int number = row + 1;
                quoted(cells.get(row))
                        .filter(said -> !words.contains(said))
                        .filter(said -> ofModels != null && !ofModels.contains(said))
                        .forEach(said -> find(number, label, "table.unknown-word", said, words));
            }
            words.stream()
                    .filter(word -> cells.stream().noneMatch(cell -> takes(cell, word)))
                    .forEach(word -> find(0, label, "table.no-row", word));
        });
    }

    /** The columns that ask for an input and nothing else. */
    private IntStream asking(RecordComponent known) {
        return IntStream.range(0, inputs.size())
                .filter(column -> inputOf(inputs.get(column)).equals(known.getName()));
    }

    private static String cell(Rule row, int column) {
        return text(List.copyOf(row.getInputEntries()).get(column).getText());
    }

    /** A cell that is no list of words may take any. */
    private static boolean takes(String cell, String word) {
        boolean listed = quoted(cell).anyMatch(word::equals);
        return cell.startsWith("not(") ? !listed : (listed || !cell.startsWith("\""));
    }

    private void requireOutput(RecordComponent known) {
        int column = outputs.stream().map(Output::getName).toList().indexOf(known.getName());
        if (column < 0) {
            find(0, null, "table.no-output", known.getName());
            return;
        }
        String label = outputs.get(column).getLabel();
        if (requireType(label, outputs.get(column).getTypeRef(), known.getType())) {
            for (int row = 0; row < rows.size(); row++) {
                requireValue(row + 1, label, column, known);
            }
        }
    }

    private void requireValue(int row, @Nullable String label, int column, RecordComponent known) {
        String cell = text(
                List.copyOf(rows.get(row - 1).getOutputEntries()).get(column).getText());
        Object value = literal(cell);
        if (cell.isEmpty() ? !Columns.mayBeEmpty(known) : value != null && !Columns.fits(value, known)) {
            misfit(row, label, cell, known.getType());
        } else if (cell.isEmpty() || value != null) {
            requireChoice(row, value);
        }
    }

    private void misfit(int row, @Nullable String label, String cell, Class<?> type) {
        if (cell.isEmpty()) {
            find(row, label, "table.empty");
        } else if (type.isEnum()) {
            find(row, label, "table.not-offered", cell, words(type));
        } else {
            find(
                    row,
                    label,
                    isTruth(type) ? "table.no-truth" : isWhole(type) ? "table.no-number" : "table.no-decimal",
                    cell);
        }
    }

    /** What a row says fits the words that it is for. */
    private void requireChoice(int row, @Nullable Object value) {
        String said = value == null ? null : value.toString();
        Columns.of(question).stream()
                .filter(known -> Question.Choosy.class.isAssignableFrom(known.getType()))
                .forEach(known -> asking(known)
                        .forEach(column -> Stream.of(known.getType().getEnumConstants())
                                .filter(word -> takes(cell(rows.get(row - 1), column), ((Enum<?>) word).name()))
                                .filter(word -> !((Question.Choosy) word).takes(said))
                                .forEach(word -> find(
                                        row, null, said == null ? "table.empty" : "table.no-answer", said, word))));
    }

    /** A column without a type takes its values as they come. */
    private boolean requireType(@Nullable String label, @Nullable String type, Class<?> known) {
        Set<String> right = isTruth(known) ? TRUTHS : isWhole(known) ? WHOLES : TEXTS;
        if (type == null || right.contains(type)) {
            return true;
        }
        find(0, label, "table.type", type, right.iterator().next());
        return false;
    }

    private static boolean isTruth(Class<?> type) {
        return ClassUtils.resolvePrimitiveIfNecessary(type) == Boolean.class;
    }

    private static boolean isWhole(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        return boxed == Integer.class || boxed == Long.class;
    }

    /** The value of a cell that holds one, null where it is to be computed. */
    private static @Nullable Object literal(String cell) {
        if (cell.matches("\"[^\"]*\"")) {
            return cell.substring(1, cell.length() - 1);
        } else if (cell.matches("-?\\d+([.]\\d+)?")) {
            return cell.contains(".") ? new BigDecimal(cell) : new BigInteger(cell);
        }
        return cell.matches("true|false") ? Boolean.valueOf(cell) : null;
    }

    private static String inputOf(Input column) {
        return text(column.getInputExpression().getText());
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static Stream<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map((MatchResult word) -> word.group(1));
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> ((Enum<?>) word).name())
                .toList();
    }

    /** The words that a deployed table's rows name in the columns that ask for an input and nothing else, in the rows' sequence. */
    static List<String> words(DmnDecision table, String input) {
        DmnDecisionTableImpl rows = (DmnDecisionTableImpl) table.getDecisionLogic();
        return IntStream.range(0, rows.getInputs().size())
                .filter(column -> rows.getInputs()
                        .get(column)
                        .getExpression()
                        .getExpression()
                        .equals(input))
                .boxed()
                .flatMap(column -> rows.getRules().stream()
                        .map(row -> row.getConditions().get(column).getExpression())
                        .filter(Objects::nonNull)
                        .flatMap(TableCheck::quoted))
                .distinct()
                .toList();
    }

    private void find(int row, @Nullable String column, String key, @Nullable Object... said) {
        List<String> texts = Arrays.stream(said)
                .map(one -> one instanceof List<?> words
                        ? words.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(one))
                .toList();
        findings.add(new TableFault(name, row, column, key, texts));
    }
}
