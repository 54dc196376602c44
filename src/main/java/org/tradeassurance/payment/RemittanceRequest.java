package org.tradeassurance.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Refusal;

/** The body of a notification as it came in. Only what is malformed is refused: money is never turned away (section 4 of the contract). */
record RemittanceRequest(
        @Nullable String bankReference,
        @Nullable String account,
        @Nullable String orderNo,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String method,
        @Nullable String receivedAt,
        @Nullable String remittanceInfo) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-.*");
    private static final int REFERENCE_LENGTH = 200;
    private static final int NAME_LENGTH = 64;
    private static final int TEXT_LENGTH = 2_000;

    /** @throws Refusal {@code invalid-field} for the first field that is missing or malformed */
    Notification parse() {
        return new Notification(
                required("bankReference", bankReference, REFERENCE_LENGTH),
                optional("account", account, NAME_LENGTH),
                optional("orderNo", orderNo, NAME_LENGTH),
                money(required("amount", amount, NAME_LENGTH)),
                required("currency", currency, NAME_LENGTH),
                required("method", method, NAME_LENGTH),
                new Notification.Details(
                        instant(optional("receivedAt", receivedAt, NAME_LENGTH)),
                        optional("remittanceInfo", remittanceInfo, TEXT_LENGTH)));
    }

    private static String required(String field, @Nullable String text, int length) {
        String value = optional(field, text, length);
        if (value == null) {
            throw Refusal.invalidField(field, "field.required");
        }
        return value;
    }

    private static @Nullable String optional(String field, @Nullable String text, int length) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > length) {
            throw Refusal.invalidField(field, "field.too-long", length);
        }
        return text.strip();
    }

    private static BigDecimal money(String text) {
        if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw Refusal.invalidField("amount", "field.positive-amount");
        }
        return new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!INSTANT.matcher(text).matches()) {
            throw Refusal.invalidField("receivedAt", "field.instant");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw (Refusal) Refusal.invalidField("receivedAt", "field.instant").initCause(e);
        }
    }
}
