package org.tradeassurance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which line of an earlier contract became which line of a later one: first those that say the same, then those of the same product
 * listing, of the same name, and at last those at the same place. Each step looks at every line once.
 */
public final class LinePairs {

    private final Map<Integer, Integer> beforeOf = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final JsonNode before;
    private final JsonNode after;

    private LinePairs(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    public static LinePairs of(JsonNode before, JsonNode after) {
        LinePairs pairs = new LinePairs(before, after);
        pairs.match(line -> line);
        pairs.match(line -> named(line, "productId") + named(line, "product"));
        pairs.match(line -> named(line, "productId"));
        pairs.match(line -> named(line, "product"));
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!pairs.beforeOf.containsKey(i) && !pairs.taken.contains(i)) {
                pairs.pair(i, i);
            }
        }
        return pairs;
    }

    /** The earlier line, null for a new one. */
    public @Nullable Integer before(int line) {
        return beforeOf.get(line);
    }

    public List<Integer> removed() {
        return IntStream.range(0, before.size())
                .filter(line -> !taken.contains(line))
                .boxed()
                .toList();
    }

    private static String named(JsonNode line, String field) {
        return line.path(field).asText("");
    }

    /** Pairs what is left by a key; nothing is paired by an empty one, and equals in the order in which they stand. */
    private void match(Function<JsonNode, Object> key) {
        Map<Object, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(i)) {
                open.computeIfAbsent(key.apply(before.get(i)), k -> new ArrayDeque<>())
                        .add(i);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            Object wanted = key.apply(after.get(i));
            Deque<Integer> found = beforeOf.containsKey(i) || "".equals(wanted) ? null : open.get(wanted);
            if (found != null && !found.isEmpty()) {
                pair(found.remove(), i);
            }
        }
    }

    private void pair(int earlier, int later) {
        beforeOf.put(later, earlier);
        taken.add(earlier);
    }
}
