package org.tradeassurance.order;

import java.math.BigDecimal;

/** What can be stored as text or JSON and read again by the limits by which bodies are read. */
public final class Storable {

    /** The longest number, written out without an exponent, as the database writes it. */
    public static final int DIGITS = 40;

    private Storable() {}

    /** PostgreSQL stores neither a zero byte nor half a character. */
    public static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }

    public static boolean isNumber(BigDecimal number) {
        return number.precision() <= DIGITS
                && Math.abs((long) number.scale()) <= DIGITS
                && number.toPlainString().length() <= DIGITS;
    }
}
