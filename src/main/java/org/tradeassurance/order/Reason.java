package org.tradeassurance.order;

import org.jspecify.annotations.Nullable;

/** Why a party ends or contests something: free text, kept with the order. */
public final class Reason {

    public static final int LONGEST = 2000;

    private Reason() {}

    /**
     * Reads the field {@code reason}.
     *
     * @throws Refusal {@code invalid-field} if it is missing, blank or longer than 2,000 characters
     */
    public static String of(@Nullable String text) {
        return of("reason", text);
    }

    /**
     * Reads a field of another name by the same measure.
     *
     * @throws Refusal {@code invalid-field} if it is missing, blank or longer than 2,000 characters
     */
    public static String of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalidField(field, "field.required");
        }
        if (text.codePointCount(0, text.length()) > LONGEST || text.indexOf('\0') >= 0) {
            throw Refusal.invalidField(field, "field.too-long", LONGEST);
        }
        return text.strip();
    }
}
