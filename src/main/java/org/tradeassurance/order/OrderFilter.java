package org.tradeassurance.order;

import org.jspecify.annotations.Nullable;

/** What a caller looks for; {@code text} is an order number or a part of a product's name. */
public record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable String supplierId,
        @Nullable String buyerEmail,
        @Nullable String text) {

    /** The text as a literal inside a LIKE pattern. */
    @Nullable
    String pattern() {
        return text == null
                ? null
                : text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
