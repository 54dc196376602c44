package org.tradeassurance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two versions of a contract (NEG-08).
 *
 * @param field its path in the REST contract, such as {@code lines[0].unitPrice}
 * @param from null for what was added
 * @param to null for what was taken away
 */
record ContractChange(
        String field, @Nullable String from, @Nullable String to) {

    /** What differs, in the order in which a contract is read. */
    static List<ContractChange> between(JsonNode before, JsonNode after) {
        Map<String, String> old = fields(before);
        Map<String, String> now = fields(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<ContractChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                changes.add(new ContractChange(name, old.get(name), now.get(name)));
            }
        }
        return changes;
    }

    private static Map<String, String> fields(JsonNode content) {
        Map<String, String> fields = new LinkedHashMap<>();
        collect("", content, fields);
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
