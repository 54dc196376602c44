package org.tradeassurance.payment;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Refusal;

/** The body of a notification as it came in. Only what is malformed is refused: money is never turned away (section 4 of the contract). */
record RemittanceRequest(
        @Schema(requiredMode = REQUIRED, maxLength = RemittanceRequest.REFERENCE_LENGTH) @Nullable
        String bankReference,

        @Schema(maxLength = RemittanceRequest.NAME_LENGTH) @Nullable
        String account,

        @Schema(maxLength = RemittanceRequest.NAME_LENGTH) @Nullable
        String orderNo,

        @Schema(requiredMode = REQUIRED, pattern = Money.FORMAT) @Nullable
        String amount,

        @Schema(requiredMode = REQUIRED, maxLength = RemittanceRequest.NAME_LENGTH, example = "USD") @Nullable
        String currency,

        @Schema(requiredMode = REQUIRED, maxLength = RemittanceRequest.NAME_LENGTH, example = "TT") @Nullable
        String method,

        @Schema(description = "An instant or a date", example = "2015-12-01T09:30:00Z") @Nullable
        String receivedAt,

        @Schema(maxLength = RemittanceRequest.TEXT_LENGTH) @Nullable
        String remittanceInfo) {

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
                required("currency", currency, NAME_LENGTH).toUpperCase(Locale.ROOT),
                required("method", method, NAME_LENGTH).toUpperCase(Locale.ROOT),
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
        if (!Money.isPositive(text)) {
            throw Refusal.invalidField("amount", "field.positive-amount");
        }
        return new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** An instant, or a date: money of a day counts from its first moment in the business calendar. */
    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return BusinessTime.isDate(text)
                    ? BusinessTime.date(text).atStartOfDay(BusinessTime.ZONE).toInstant()
                    : BusinessTime.instant(text);
        } catch (DateTimeException e) {
            throw (Refusal)
                    Refusal.invalidField("receivedAt", "field.instant-or-date").initCause(e);
        }
    }
}
