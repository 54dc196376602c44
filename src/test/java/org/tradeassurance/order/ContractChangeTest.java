package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NEG-08: what is new in a version of a contract; lines are compared by what they say. */
class ContractChangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lines are written as product and quantity: {@code lamp 2}. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            lamp 1, bulb 2, wire 3          | lamp 1, wire 3                  | lines[1]: bulb, 2 -> null
            lamp 1, bulb 2, wire 3          | bulb 2, wire 3                  | lines[0]: lamp, 1 -> null
            lamp 1, bulb 2, wire 3          | lamp 1, bulb 2, wire 3, fuse 4  | lines[3]: null -> fuse, 4
            lamp 1, bulb 2, wire 3          | fuse 4, lamp 1, bulb 2, wire 3  | lines[0]: null -> fuse, 4
            lamp 1, bulb 2, wire 3          | wire 3, bulb 2, lamp 1          | -
            lamp 1, bulb 2, wire 3          | wire 3, bulb 5, lamp 1          | lines[1].quantity: 2 -> 5
            lamp 1, bulb 2, wire 3          | bulb 5, wire 3                  | lines[0].quantity: 2 -> 5; lines[0]: lamp, 1 -> null
            lamp 1, bulb 2, wire 3          | lamp 1, tube 2, wire 3          | lines[1].product: bulb -> tube
            lamp 1, lamp 1, lamp 1          | lamp 1, lamp 1                  | lines[2]: lamp, 1 -> null
            lamp 1                          | lamp 1, lamp 1                  | lines[1]: null -> lamp, 1
            """)
    void linesAreComparedByWhatTheySay(String before, String after, String changes) {
        List<String> told = ContractChange.between(contract(before), contract(after)).stream()
                .map(change -> "%s: %s -> %s".formatted(change.field(), change.from(), change.to()))
                .toList();
        assertThat(told).isEqualTo(changes == null ? List.of() : List.of(changes.split("; ", -1)));
    }

    @Test
    @DisplayName("A thousand lines are compared at once, and one that is gone is one change")
    void oneOfAThousandIsGone() {
        ObjectNode before = JSON.createObjectNode();
        ArrayNode lines = before.putArray("lines");
        for (int i = 0; i < 1000; i++) {
            lines.addObject().put("product", "Lamp " + i).put("quantity", "" + i);
        }
        ObjectNode after = before.deepCopy();
        after.withArray("lines").remove(0);
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(ContractChange.between(before, after))
                        .containsExactly(new ContractChange("lines[0]", "Lamp 0, 0", null)));
    }

    private static ObjectNode contract(String lines) {
        ObjectNode contract = JSON.createObjectNode();
        ArrayNode array = contract.putArray("lines");
        for (String line : lines.split(", ", -1)) {
            String[] said = line.split(" ", 2);
            array.addObject().put("product", said[0]).put("quantity", said[1]);
        }
        return contract;
    }
}
