package org.tradeassurance.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: at most {@code limit} items behind the key {@code after}. */
public record PageRequest(int limit, @Nullable String after) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    /**
     * Reads the two parameters of every list.
     *
     * @param keyFormat what a key of this list looks like, as a regular expression
     * @throws Refusal {@code invalid-field} if the limit is outside 1 to 200 or the cursor was not given out by this list
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, String keyFormat) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Refusal.invalidField("limit", "field.limit", MOST);
        }
        return new PageRequest(
                limit == null ? USUAL : limit, cursor == null || cursor.isBlank() ? null : key(cursor, keyFormat));
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    private static String key(String cursor, String keyFormat) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (key.matches(keyFormat)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.invalidField("cursor", "field.cursor").initCause(e);
        }
        throw Refusal.invalidField("cursor", "field.cursor");
    }
}
