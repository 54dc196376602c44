package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NEG-08: what is new in a version of a contract; lines are compared by what they say. */
@Tag("core")
class ContractChangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lines are written as product and quantity, some with their listing: {@code lamp 2}, {@code P1 lamp 2}. */
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
            lamp 1, lamp 2                  | lamp 2, lamp 1                  | -
            P1 lamp 1, P2 bulb 2            | P2 tube 2, P1 lamp 1            | lines[0].product: bulb -> tube
            P1 lamp 1, P1 bulb 2            | P1 bulb 3, P1 lamp 4            | lines[0].quantity: 2 -> 3; lines[1].quantity: 1 -> 4
            P1 lamp 1, P2 bulb 2            | P9 bulb 2, P1 lamp 1            | lines[0].productId: P2 -> P9
            """)
    void linesAreComparedByWhatTheySay(String before, String after, String changes) {
        List<String> told = ContractChange.between(contract(before), contract(after)).stream()
                .map(change -> "%s: %s -> %s".formatted(change.field(), change.from(), change.to()))
                .toList();
        assertThat(told).isEqualTo(changes == null ? List.of() : List.of(changes.split("; ", -1)));
    }

    @Test
    @DisplayName("A set of values has no order that could change, a list of things has; nothing said is no change")
    void setsAndLists() {
        ObjectNode before = JSON.createObjectNode().put("remark", "");
        before.putObject("payment").putArray("methods").add("TT").add("CREDIT_CARD");
        before.putArray("contacts").addObject().put("name", "Ann");
        ObjectNode after = before.deepCopy().putNull("remark");
        after.withObject("payment").putArray("methods").add("CREDIT_CARD").add("TT");
        assertThat(ContractChange.between(before, after)).isEmpty();
        after.withObject("payment").withArray("methods").remove(0);
        ((ObjectNode) after.path("contacts").get(0)).put("name", "Bob");
        assertThat(ContractChange.between(before, after))
                .containsExactly(
                        new ContractChange("payment.methods", "CREDIT_CARD, TT", "TT"),
                        new ContractChange("contacts[0].name", "Ann", "Bob"));
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
            String[] said = line.split(" ", -1);
            ObjectNode added = array.addObject();
            if (said.length > 2) {
                added.put("productId", said[0]);
            }
            added.put("product", said[said.length - 2]).put("quantity", said[said.length - 1]);
        }
        return contract;
    }
}
