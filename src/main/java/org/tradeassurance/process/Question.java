package org.tradeassurance.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Order;

/**
 * What a decision table is asked: a record whose components are its inputs, by name, enums the words that these may be. The answer is a record
 * too, its components the outputs that code reads; those that may be empty are nullable. Tables are held against both when they are deployed
 * and at every start ({@link TableCheck}).
 *
 * @param <A> the answer
 */
public interface Question<A extends Record> {

    /** The inputs for an order, as tables take them from code and from models. */
    default Map<String, Object> inputs(Order order, Instant now) {
        return inputs(order.rulesDate(now));
    }

    default Map<String, Object> inputs(LocalDate onDate) {
        return Columns.inputs(this, onDate);
    }

    /** A word of an input to which only some answers fit. */
    interface Choosy {

        /** Whether a row of this word may say so in its only output; null: the cell is empty. */
        boolean takes(@Nullable String answer);
    }
}
