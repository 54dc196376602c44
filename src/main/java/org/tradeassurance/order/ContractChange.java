package org.tradeassurance.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two versions of a contract, or a whole line that was added or taken away (NEG-08). Lines are
 * compared by what they say, not by where they stand: another order of the same lines is no change.
 *
 * @param field its path in the REST contract, such as {@code lines[0].unitPrice}: of the later version, of the earlier one for what was taken away
 * @param from null for what was added
 * @param to null for what was taken away
 */
record ContractChange(
        String field, @Nullable String from, @Nullable String to) {

    private static final String LINES = "lines";

    /** What differs, in the order in which a contract is read. */
    static List<ContractChange> between(JsonNode before, JsonNode after) {
        List<ContractChange> changes = new ArrayList<>();
        lines(before.path(LINES), after.path(LINES), changes);
        compare("", without(before), without(after), changes);
        return changes;
    }

    private static void lines(JsonNode before, JsonNode after, List<ContractChange> changes) {
        LinePairs pairs = LinePairs.of(before, after);
        for (int i = 0; i < after.size(); i++) {
            Integer old = pairs.before(i);
            if (old == null) {
                changes.add(new ContractChange(at(i), null, said(after.get(i))));
            } else {
                compare(at(i), before.get(old), after.get(i), changes);
            }
        }
        pairs.removed().forEach(i -> changes.add(new ContractChange(at(i), said(before.get(i)), null)));
    }

    private static String at(int line) {
        return LINES + '[' + line + ']';
    }

    /** A line in one text. */
    private static String said(JsonNode line) {
        return String.join(", ", fields("", line).values());
    }

    private static JsonNode without(JsonNode content) {
        return content instanceof ObjectNode object
                ? object.objectNode().<ObjectNode>setAll(object).without(LINES)
                : content;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<ContractChange> changes) {
        if (before.equals(after)) {
            return;
        }
        Map<String, String> old = fields(path, before);
        Map<String, String> now = fields(path, after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        for (String name : names) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                changes.add(new ContractChange(name, old.get(name), now.get(name)));
            }
        }
    }

    private static Map<String, String> fields(String path, JsonNode content) {
        Map<String, String> fields = new LinkedHashMap<>();
        collect(path, content, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), field.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty() && !node.get(0).isContainerNode()) {
            fields.put(path, sorted(node));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + '[' + i + ']', node.get(i), fields);
            }
        } else if (!node.asText().isEmpty() && !node.isNull()) {
            fields.put(path, node.asText());
        }
    }

    /** A set of values, such as the ways to pay, has no order that could change. */
    private static String sorted(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(", ", texts.stream().sorted().toList());
    }
}
