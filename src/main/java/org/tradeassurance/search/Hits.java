package org.tradeassurance.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that a question was found in. */
record Hits(List<Hit> all) {

    private static final String SUPPLIER = "supplier";

    /** In whole values first, by the newest order first. */
    private static final Comparator<Hit> BEST = Comparator.comparingInt(Hit::rank)
            .thenComparing(Hit::orderNo, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Hit::key);

    /**
     * One of them.
     *
     * @param key of the thing that has the word
     * @param orderNo the order that the thing belongs to
     * @param rank 0 a whole value, 1 its beginning, 2 a part
     */
    record Hit(String key, String field, @Nullable String orderNo, int rank) {

        boolean isMoney() {
            return field.equals("bankReference") || field.equals("remittance") || field.equals("statedOrder");
        }

        boolean isSupplier() {
            return field.equals(SUPPLIER);
        }
    }

    /** The best hit of each order, the best first. */
    Map<String, Hit> byOrder(List<Hit> ofSuppliers) {
        return best(
                Stream.concat(all.stream(), ofSuppliers.stream()).filter(hit -> hit.orderNo() != null), Hit::orderNo);
    }

    Map<String, Hit> suppliers() {
        return best(Hit::isSupplier);
    }

    Map<String, Hit> money() {
        return best(Hit::isMoney);
    }

    /** Of all that a process may be about: orders, and what has a process of its own. */
    Map<String, Hit> processes() {
        Map<String, Hit> found = best(hit -> !hit.isSupplier());
        byOrder(List.of()).forEach(found::putIfAbsent);
        return found;
    }

    private Map<String, Hit> best(Predicate<Hit> which) {
        return best(all.stream().filter(which), Hit::key);
    }

    private static Map<String, Hit> best(Stream<Hit> hits, Function<Hit, @Nullable String> of) {
        Map<String, Hit> best = new LinkedHashMap<>();
        hits.sorted(BEST).forEach(hit -> best.putIfAbsent(String.valueOf(of.apply(hit)), hit));
        return best;
    }
}
