package org.tradeassurance.process.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our tables are answered as FEEL answers them. */
class TableCellsTest {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final FeelEngine PLAIN = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine OURS = new TableCells();

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachTextMeetsTheCellsThatItMeetsInFeel(Path table) {
        List<String> cells = Dmn.readModelFromFile(table.toFile()).getModelElementsByType(InputEntry.class).stream()
                .map(entry -> entry.getText().getTextContent())
                .filter(cell -> cell.contains("\"") && !cell.contains("date("))
                .distinct()
                .toList();
        List<@Nullable Object> values = new ArrayList<>(List.of("", " ", "something else", 1, true));
        values.add(null);
        cells.forEach(cell -> TEXT.matcher(cell).results().forEach(text -> values.add(text.group(1))));
        for (String cell : cells) {
            for (Object value : values) {
                assertThat(meets(OURS, cell, value))
                        .as("%s meets %s", value, cell)
                        .isEqualTo(meets(PLAIN, cell, value));
            }
        }
    }

    @ParameterizedTest(name = "[{0}] met by [{1}]: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "A"        | A   | true
            ' "A" '    | A   | true
            "A"        | a   | false
            "A","B"    | B   | true
            not("A")   | B   | true
            not("A")   | A   | false
            "A\\\\B"   | A\\B | true
            ""         | ''  | true
            """)
    void aWordIsAWord(String cell, String value, boolean met) {
        assertThat(meets(PLAIN, cell, value)).as("FEEL").isEqualTo(met);
        assertThat(meets(OURS, cell, value)).isEqualTo(met);
        assertThat(meets(OURS, cell, value)).as("once parsed").isEqualTo(met);
    }

    private static boolean meets(FeelEngine feel, String cell, @Nullable Object value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("given", value);
        return feel.evaluateSimpleUnaryTests(
                cell, "given", Variables.fromMap(variables).asVariableContext());
    }
}
