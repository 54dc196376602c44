package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The order number, 14 digits (UI-06); also the business key of the order's process instances. */
public record OrderNo(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("\\d{14}");

    /** @throws IllegalArgumentException if the text is not 14 digits */
    @JsonCreator
    public OrderNo {
        if (!isOrderNo(value)) {
            throw new IllegalArgumentException("An order number has 14 digits");
        }
    }

    public static boolean isOrderNo(String text) {
        return FORMAT.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
