package org.tradeassurance.feedback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A completed purchase of a product as everyone may see it: buyer, price and quantity are masked, the name is shortened (FBK-05).
 *
 * @param orderedOn date of the order in Asia/Shanghai
 */
record TradeRecord(
        String product,
        String buyer,
        String unitPrice,
        String quantity,
        LocalDate orderedOn,
        @Nullable Comment feedback) {

    private static final int SHOWN_OF_A_NAME = 12;

    /** The buyer's comment and the supplier's reply. */
    record Comment(
            String text, @Nullable Integer rating, @Nullable String reply) {}

    static TradeRecord of(String product, LocalDate orderedOn, @Nullable Comment feedback) {
        return new TradeRecord(shortened(product), "*****", "***.***", "**", orderedOn, feedback);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= SHOWN_OF_A_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHOWN_OF_A_NAME)) + "...";
    }
}
