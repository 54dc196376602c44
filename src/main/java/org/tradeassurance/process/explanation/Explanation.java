package org.tradeassurance.process.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Words;

/**
 * Why an order is where it is.
 *
 * @param decisions what tables have said so far, oldest first; null for the parties
 */
record Explanation(
        OrderStatus status,
        List<Wait> waitsFor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Decision> decisions,
        List<Next> next) {

    /** Whose turn it is. */
    enum Who {
        BUYER,
        SUPPLIER,
        STAFF,
        SYSTEM
    }

    /** A step of a model, by the name that is drawn. */
    record Element(String process, String id, String name) {}

    /**
     * Something that the order waits for.
     *
     * @param desk whose queue holds it, null where it is no task
     * @param until null where nothing is due
     * @param rule the row that the date comes from, null where none is known
     */
    record Wait(
            Who who,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String desk,

            Words what,
            Instant since,
            @Nullable Instant until,
            Element element,
            @Nullable Rule rule) {}

    /** A row of a decision table. */
    record Rule(String table, String row, String annotation) {}

    /** What a row of a table said. */
    record Decision(
            Instant at,
            String table,
            String deployment,
            String row,
            String annotation,
            Map<String, Object> inputs,
            Map<String, Object> outputs) {}

    /**
     * What happens then.
     *
     * @param on the answer, or what comes about
     * @param leadsTo the name of the next step, in the language of the caller
     */
    record Next(Words on, String leadsTo) {}
}
