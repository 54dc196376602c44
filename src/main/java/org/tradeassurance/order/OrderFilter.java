package org.tradeassurance.order;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/**
 * What a caller looks for; null, or a set of nothing, asks for nothing.
 *
 * @param text an order number, a reference, or a part of a product's name or of what people filled into forms
 * @param openTask whether a task of the order is open
 * @param assignee who works on one
 */
public record OrderFilter(
        Set<OrderStatus> status,
        @Nullable Boolean frozen,
        @Nullable String supplierId,
        @Nullable String buyerEmail,
        @Nullable String transport,
        @Nullable String externalReference,
        @Nullable String text,
        Span<Instant> created,
        Span<Money> total,
        Set<Due> due,
        Span<Instant> dueAt,
        @Nullable Boolean openTask,
        @Nullable String assignee) {

    /** All orders. */
    public static final OrderFilter NONE = new OrderFilter(
            Set.of(), null, null, null, null, null, null, Span.all(), Span.all(), Set.of(), Span.all(), null, null);

    /** What is due next of an order. */
    public enum Due {
        PAYMENT,
        SHIPMENT,
        BALANCE,
        RECEIPT
    }

    /** From one value to another; null is no limit. */
    public record Span<T>(@Nullable T from, @Nullable T to) {
        static <T> Span<T> all() {
            return new Span<>(null, null);
        }
    }

    /** The text as search compares it: full-width forms and composed characters are one with the plain ones, blanks don't count. */
    @Nullable
    String compared() {
        if (text == null) {
            return null;
        }
        String compared = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return compared.isEmpty() ? null : compared;
    }

    /** The same as a literal inside a LIKE pattern. */
    @Nullable
    String pattern() {
        String compared = compared();
        return compared == null
                ? null
                : compared.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
