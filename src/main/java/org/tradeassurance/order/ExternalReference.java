package org.tradeassurance.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the account that opens an order calls it: one order under one name. */
public final class ExternalReference {

    public static final int LONGEST = 64;

    /** Letters, digits, signs and plain blanks; nothing that does not show. */
    public static final String FORMAT = "^[^\\p{C}\\p{Zl}\\p{Zp}]{1," + LONGEST + "}$";

    private static final Pattern WRITTEN = Pattern.compile(FORMAT);

    private ExternalReference() {}

    /**
     * Reads one; null is none.
     *
     * @throws Refusal {@code invalid-field} if it is empty, too long or has what cannot be printed
     */
    public static @Nullable String read(@Nullable String given) {
        if (given != null && (given.isBlank() || !WRITTEN.matcher(given).matches())) {
            throw Refusal.invalidField("externalReference", "field.external-reference", LONGEST);
        }
        return given == null ? null : given.strip();
    }
}
