package org.tradeassurance.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a step makes of an order: a value, made without lock, clock, database and engine, and carried out by {@link Outcomes}.
 *
 * @param order as it is to be stored; as it was: nothing is stored
 * @param entries what the operation record tells, in order
 * @param effects what else happens, in order, after the order is stored and told about
 * @param answers what the model asked for, by name; it lives in the transaction only
 */
public record Outcome(Order order, List<Entry> entries, List<Effect> effects, Map<String, @Nullable Object> answers) {

    /**
     * A line of the operation record.
     *
     * @param detail what a reader needs beyond the fact, such as an amount or a reason
     */
    public record Entry(Fact fact, @Nullable String detail) {}

    public static Outcome of(Order order) {
        return new Outcome(order, List.of(), List.of(), Map.of());
    }

    /** The same with the order as it is now. */
    public Outcome with(Order changed) {
        return new Outcome(changed, entries, effects, answers);
    }

    public Outcome told(Fact fact) {
        return told(fact, null);
    }

    public Outcome told(Fact fact, @Nullable Object detail) {
        Entry entry = new Entry(fact, detail == null ? null : detail.toString());
        return new Outcome(order, add(entries, entry), effects, answers);
    }

    public Outcome then(Effect effect) {
        return new Outcome(order, entries, add(effects, effect), answers);
    }

    /**
     * The same with something that the model asked for.
     *
     * @param value null where there is none
     */
    public Outcome answer(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(answers);
        more.put(name, value);
        return new Outcome(order, entries, effects, more);
    }

    public Outcome answer(Map<String, ? extends @Nullable Object> named) {
        Map<String, @Nullable Object> more = new HashMap<>(answers);
        more.putAll(named);
        return new Outcome(order, entries, effects, more);
    }

    private static <T> List<T> add(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
