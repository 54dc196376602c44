package org.tradeassurance.process;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * Holds a decision table against the question that code asks it. What the code needs may not be missing: a column, a row for each word, a value
 * that it knows. More rows, more inputs of what is known and outputs that nobody reads are the analyst's business.
 */
final class TableCheck {

    private static final Set<HitPolicy> ONE_ROW =
            Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY, HitPolicy.PRIORITY);

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** What an input asks for: neither a function, nor a part of a value, nor a word of the language. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.\"])(?!(?:and|or|not|if|then|else|in|between|true|false|null)\\b)[A-Za-z_]\\w*(?!\\w*(?: \\w+)*\\()");

    private final String name;
    private final Class<?> question;
    private final List<Input> inputs;
    private final List<Output> outputs;
    private final List<Rule> rows;
    private final List<String> findings = new ArrayList<>();

    private TableCheck(String name, Class<?> question, DecisionTable table) {
        this.name = name;
        this.question = question;
        this.inputs = List.copyOf(table.getInputs());
        this.outputs = List.copyOf(table.getOutputs());
        this.rows = List.copyOf(table.getRules());
    }

    /** Sentences that each name table, column and word; none when all is well. */
    static List<String> findings(String name, Class<?> question, DecisionTable table) {
        TableCheck check = new TableCheck(name, question, table);
        if (!ONE_ROW.contains(table.getHitPolicy())) {
            check.find(
                    "hit policy: %s may answer with several rows, the code takes one".formatted(table.getHitPolicy()));
        }
        check.inputs.forEach(check::requireKnownNames);
        Columns.of(question).forEach(check::requireRows);
        Columns.of(Columns.answer(question)).forEach(check::requireOutput);
        return check.findings;
    }

    private void requireKnownNames(Input column) {
        Set<String> known = Columns.of(question).stream()
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        known.add(Columns.ON_DATE);
        NAME.matcher(QUOTED.matcher(inputOf(column)).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(asked -> !known.contains(asked))
                .forEach(asked ->
                        find("column \"%s\": nobody gives %s, there is %s".formatted(column.getLabel(), asked, known)));
    }

    /** Each word of the code has a row, and no row waits for a word that the code never says. */
    private void requireRows(RecordComponent known) {
        if (!known.getType().isEnum()) {
            return;
        }
        List<String> words = words(known.getType());
        asking(known).forEach(column -> {
            List<String> cells = rows.stream().map(row -> cell(row, column)).toList();
            cells.stream()
                    .flatMap(TableCheck::quoted)
                    .filter(said -> !words.contains(said))
                    .forEach(said -> find("column %s: %s is none of %s".formatted(known.getName(), said, words)));
            words.stream()
                    .filter(word -> cells.stream().noneMatch(cell -> takes(cell, word)))
                    .forEach(word -> find("column %s: no row is for %s".formatted(known.getName(), word)));
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
            find("column %s is missing".formatted(known.getName()));
            return;
        }
        for (Rule row : rows) {
            String cell = text(List.copyOf(row.getOutputEntries()).get(column).getText());
            Object value = literal(cell);
            if (cell.isEmpty() ? !Columns.mayBeEmpty(known) : value != null && !Columns.fits(value, known)) {
                find("column %s, row %s: %s".formatted(known.getName(), row.getId(), misfit(cell, known.getType())));
            } else if (cell.isEmpty() || value != null) {
                requireChoice(row, value);
            }
        }
    }

    private static String misfit(String cell, Class<?> type) {
        String shown = cell.isEmpty() ? "nothing" : cell;
        return type.isEnum()
                ? "%s is none of %s".formatted(shown, words(type))
                : "%s is no %s".formatted(shown, type.getSimpleName());
    }

    /** What a row says fits the words that it is for. */
    private void requireChoice(Rule row, @Nullable Object value) {
        String said = value == null ? null : value.toString();
        Columns.of(question).stream()
                .filter(known -> Question.Choosy.class.isAssignableFrom(known.getType()))
                .forEach(known -> asking(known)
                        .forEach(column -> Stream.of(known.getType().getEnumConstants())
                                .filter(word -> takes(cell(row, column), ((Enum<?>) word).name()))
                                .filter(word -> !((Question.Choosy) word).takes(said))
                                .forEach(word -> find("row %s: %s is no answer for %s"
                                        .formatted(row.getId(), Objects.toString(said, "nothing"), word)))));
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

    private void find(String sentence) {
        findings.add("Table %s, %s.".formatted(name, sentence));
    }
}
