package org.tradeassurance.order;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list and the cursor of the next, null on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts a page from rows of which one more than the limit was asked for.
     *
     * @param key what the list is ordered by; the next page starts behind the key of the last item
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, String> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, PageRequest.cursor(key.apply(items.get(items.size() - 1))));
    }
}
