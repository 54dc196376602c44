package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The order number, 14 digits (UI-06); also the business key of the order's process instances. */
public record OrderNo(@JsonValue String value) {

    public static final String FORMAT = "\\d{14}";

    private static final Pattern WRITTEN = Pattern.compile(FORMAT);

    /** @throws IllegalArgumentException if the text is not 14 digits */
    @JsonCreator
    public OrderNo {
        if (!isOrderNo(value)) {
            throw new IllegalArgumentException("An order number has 14 digits");
        }
    }

    public static boolean isOrderNo(String text) {
        return WRITTEN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
