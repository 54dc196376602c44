package org.tradeassurance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils requests, by chance. */
record Mutation(Random chance) {

    /** What nobody expects in a field; JSON literals as they are written. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "-1e-400",
            "99999999999999999999999999999999999999",
            "2147483648",
            "1.0",
            "NaN",
            "-Infinity",
            "{}",
            "[]",
            "[[[]]]",
            "[null]",
            "{\"a\":{\"b\":[]}}",
            "\"\"",
            "\"   \"",
            "\"-1.00\"",
            "\"0.00\"",
            "\"1.005\"",
            "\"1e3\"",
            "\"NaN\"",
            "\"999999999999999.99\"",
            "\"99999999999999999999.00\"",
            "\"0000000000000000000000001.00\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0007\\u001b[31m\\r\\nX-Injected: 1\"",
            "\"\\u200b\\u200b\"",
            "\"\\u202ecba\"",
            "\"\\ufeff\"",
            "\"😀😀👩‍👩‍👧\"",
            "\"العربية\"",
            "\"١٢٣\"",
            "\"１２.００\"",
            "\"'; drop table trade_order; --\"",
            "\"%s%n${7*7}#{7*7}{0}\"",
            "\"../../etc/passwd\"",
            "\"NOBODY\"",
            "\"2015-02-30\"",
            "\"+999999999-01-01\"",
            "\"-0001-01-01\"",
            "\"9999-12-31\"",
            "\"0000-00-00\"",
            "\"2015-11-01T25:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PLACE = "@@place@@";

    <T> T pick(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }

    /** A body like a good one, but for one thing or two, or as it goes over the wire. */
    byte[] body(@Nullable JsonNode good) {
        JsonNode body = good == null ? JSON.objectNode() : good.deepCopy();
        for (int i = chance.nextInt(3); i > 0; i--) {
            spoil(body);
        }
        String text = body.toString();
        while (text.contains("\"" + PLACE + "\"")) {
            text = text.replaceFirst("\"" + PLACE + "\"", java.util.regex.Matcher.quoteReplacement(value()));
        }
        return asBytes(text);
    }

    private String value() {
        return switch (chance.nextInt(12)) {
            case 0 -> "\"" + "x".repeat(pick(List.of(65, 201, 1_001, 2_001, 20_000))) + "\"";
            case 1 -> "[".repeat(40) + "]".repeat(40);
            case 2 -> "\"" + "\\u00e9😀".repeat(400) + "\"";
            default -> pick(VALUES);
        };
    }

    private void spoil(JsonNode body) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode place = pick(containers);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            int choice = chance.nextInt(6);
            if (names.isEmpty() || choice == 0) {
                object.put(pick(List.of("extra", "", "__proto__", "class", "orderNo", "a.b[0]")), 1);
            } else if (choice == 1) {
                object.remove(pick(names));
            } else {
                object.put(pick(names), PLACE);
            }
        } else if (place instanceof ArrayNode array) {
            switch (chance.nextInt(3)) {
                case 0 -> array.removeAll();
                case 1 -> array.add(PLACE);
                default -> {
                    for (int i = 0; i < 1_001 && !array.isEmpty(); i++) {
                        array.add(array.get(0).deepCopy());
                    }
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private byte[] asBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        switch (chance.nextInt(16)) {
            case 0 -> {
                return java.util.Arrays.copyOf(bytes, chance.nextInt(bytes.length + 1));
            }
            case 1 -> {
                bytes[chance.nextInt(bytes.length)] = (byte) (0x80 + chance.nextInt(0x80));
                return bytes;
            }
            case 2 -> {
                return (text + pick(List.of("x", "{}", "]", "\u0000", " /* c */"))).getBytes(StandardCharsets.UTF_8);
            }
            case 3 -> {
                return text.getBytes(StandardCharsets.UTF_16);
            }
            case 4 -> {
                return text.replaceFirst("\\{", "{\"reason\":\"a\",\"reason\":\"b\",")
                        .getBytes(StandardCharsets.UTF_8);
            }
            case 5 -> {
                return ("{\"a\":".repeat(300) + "1" + "}".repeat(300)).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                return bytes;
            }
        }
    }
}
