package org.tradeassurance.drafting;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Storable;

/** Reads the fields of a body one by one and remembers all that is wrong, so that a caller learns of every field at once. */
class Fields {

    /** Shorter than {@link Money#FORMAT}: what is multiplied and added up of these must still be an amount. */
    static final String AMOUNT_FORMAT = "^\\d{1,12}(\\.\\d{1,2})?$";

    private static final Pattern AMOUNT = Pattern.compile(AMOUNT_FORMAT);

    /** One address: what separates or encloses several in the head of a mail is no part of it. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;:<>()\"]+@[^@\\s,;:<>()\"]+\\.[^@\\s,;:<>()\"]+");

    static final int EMAIL_LENGTH = 254;

    private record Wrong(String field, String messageKey, List<Object> arguments) {}

    private final List<Wrong> wrong = new ArrayList<>();

    void reject(String field, String messageKey, Object... arguments) {
        wrong.add(new Wrong(field, messageKey, List.of(arguments)));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal {@code invalid-field} naming every field that was rejected
     */
    void check() {
        if (wrong.isEmpty()) {
            return;
        }
        Refusal refusal = new Refusal(Problem.INVALID_FIELD, null, wrong.get(0).field());
        wrong.forEach(
                w -> refusal.field(w.field(), w.messageKey(), w.arguments().toArray()));
        throw refusal;
    }

    @Nullable
    String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            reject(field, "field.too-long", longest);
        }
        if (!Storable.isText(value)) {
            reject(field, "field.text");
            return null;
        }
        return value.strip();
    }

    /** An amount in US dollars of at most two decimals and not negative. */
    @Nullable
    Money money(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!AMOUNT.matcher(value).matches()) {
            reject(field, "field.money");
            return null;
        }
        return Money.of(value);
    }

    /** A quantity above zero with at most two decimals, as plain text. */
    @Nullable
    String quantity(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!AMOUNT.matcher(value).matches() || new BigDecimal(value).signum() == 0) {
            reject(field, "field.quantity");
            return null;
        }
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    @Nullable
    LocalDate date(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return BusinessTime.date(value);
        } catch (DateTimeException e) {
            reject(field, "field.date");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        reject(
                field,
                "field.one-of",
                String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
        return null;
    }

    /** An e-mail address in lower case. */
    @Nullable
    String email(String field, @Nullable String value) {
        String email = text(field, value, EMAIL_LENGTH);
        if (email != null && !EMAIL.matcher(email).matches()) {
            reject(field, "field.email");
        }
        return email == null ? null : email.toLowerCase(java.util.Locale.ROOT);
    }
}
