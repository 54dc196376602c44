package org.tradeassurance.process;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step is given beside the order.
 *
 * @param now on the application's clock
 * @param said by name: what the form, the command or an earlier task of the model said
 */
public record Given(Instant now, Function<String, @Nullable Object> said) {

    public @Nullable Object value(String name) {
        FormAnswers.asked(name);
        return said.apply(name);
    }

    /** Null where nothing was said. */
    public @Nullable String text(String name) {
        Object value = value(name);
        return value == null ? null : value.toString();
    }

    /** A word of a table that the model gives, null where it gives none. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String text = text(name);
        return text == null ? null : Enum.valueOf(words, text);
    }

    /**
     * A number that the model gives.
     *
     * @throws IllegalStateException if it gives none: it is at fault
     */
    public long number(String name) {
        if (value(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("The model gives no number " + name);
    }
}
