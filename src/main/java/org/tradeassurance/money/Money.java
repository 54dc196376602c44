package org.tradeassurance.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** An amount in US dollars with exactly two decimals. Amounts are compared and stored unrounded; only products round, half up. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public static final String CURRENCY = "USD";

    /** How people and other systems write an amount, of whatever currency. */
    public static final String FORMAT = "^\\d{1,15}(\\.\\d{1,2})?$";

    private static final Pattern WRITTEN = Pattern.compile(FORMAT);

    private static final int DECIMALS = 2;

    /** @throws ArithmeticException if the amount has more than two decimals */
    public Money {
        amount = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Reads decimal text in dollars, such as {@code "14.00"}. */
    @JsonCreator
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** Whether a text is an amount. */
    public static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** Whether it is one above zero. */
    public static boolean isPositive(String text) {
        return isWritten(text) && new BigDecimal(text).signum() > 0;
    }

    public static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, DECIMALS));
    }

    /** The product rounded half up to whole cents, as every line of an order is (AMT-01). */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** A rate in percent of this amount, rounded half up to whole cents (PAY-21). */
    public Money percent(BigDecimal rate) {
        return times(rate.movePointLeft(2));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /** Whole cents, the form in which money enters a decision table. */
    public long cents() {
        return amount.unscaledValue().longValueExact();
    }

    /** The one form in which people read money, on screens, in mails and in sentences: {@code 40,000.00 USD}. */
    public String shown() {
        return shown(amount, CURRENCY);
    }

    /** The same of money in whatever currency it came. */
    public static String shown(BigDecimal amount, String currency) {
        return String.format(Locale.ROOT, "%,.2f %s", amount, currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    @JsonValue
    public String toString() {
        return amount.toPlainString();
    }
}
