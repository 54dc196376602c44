package org.tradeassurance.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a bank or processor says about money that has arrived; well-formed, the amount with exactly two decimals. */
record Notification(
        String bankReference,
        @Nullable String account,
        @Nullable String statedOrderNo,
        BigDecimal amount,
        String currency,
        String method,
        Details details) {

    /** What the bank adds: its own date, kept for information, and the payer's text. */
    record Details(@Nullable Instant receivedAt, @Nullable String remittanceInfo) {}

    /** As an order's record tells it. */
    String told() {
        return "%s %s, %s, %s".formatted(amount.toPlainString(), currency, method, bankReference);
    }

    /** The same for the same content, however its JSON was written: the second key of the inbox. */
    String hash() {
        String canonical = Stream.of(
                        bankReference,
                        account,
                        statedOrderNo,
                        amount.toPlainString(),
                        currency,
                        method,
                        details.receivedAt(),
                        details.remittanceInfo())
                .map(field -> field == null ? "-" : field.toString().length() + ":" + field)
                .collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
