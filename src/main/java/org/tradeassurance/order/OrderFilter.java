package org.tradeassurance.order;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What a caller looks for; {@code text} is an order number or a part of a product's name. */
public record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable String supplierId,
        @Nullable String buyerEmail,
        @Nullable String transport,
        @Nullable String text) {

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
