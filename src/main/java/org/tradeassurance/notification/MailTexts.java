package org.tradeassurance.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderNo;

/**
 * Writes mails: {@code mail.<template>.subject} and {@code .body} of the messages, to buyers in English, to suppliers in Chinese.
 * Their arguments: {0} order number, {1} link, {2} total, {3} deposit, {4} balance, {5} refund due, {6} what is still to pay, {7} supplier, {8}
 * buyer, {9} end of the payment window, {10} ship date, {11} export orders, {12} automatic completion, {13} account, {14} status,
 * {15} refund, {16} bank reference of the payment that it goes back of, {17} its pay-outs bank reference and {18} date.
 */
@Component
class MailTexts implements RowMapper<Mail> {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm '(UTC+8)'", Locale.ROOT)
            .withZone(BusinessTime.ZONE);

    private final MessageSource messages;
    private final String publicUrl;

    MailTexts(MessageSource messages, @Value("${trade-assurance.public-url}") String publicUrl) {
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    @Override
    public Mail mapRow(ResultSet row, int rowNumber) throws SQLException {
        String template = row.getString("template");
        Locale language =
                row.getString("recipient").equals(row.getString("supplier_id")) ? Locale.CHINESE : Locale.ENGLISH;
        Object[] facts = facts(row, language);
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Mail(
                row.getLong("id"),
                new OrderNo(row.getString("order_no")),
                row.getString("recipient"),
                template,
                oneLine(messages.getMessage("mail." + template + ".subject", facts, language)),
                messages.getMessage("mail." + template + ".body", facts, language),
                createdAt,
                instant(row, "sent_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private Object[] facts(ResultSet row, Locale language) throws SQLException {
        return new Object[] {
            row.getString("order_no"),
            publicUrl + "/orders/" + row.getString("order_no"),
            row.getString("total"),
            row.getString("deposit"),
            row.getString("balance"),
            row.getString("refund_due"),
            row.getString("to_pay"),
            row.getString("supplier_name"),
            row.getString("buyer"),
            minutes(instant(row, "payment_due_at")),
            orDash(row.getString("ship_date")),
            orDash(row.getString("export_orders")),
            minutes(instant(row, "auto_complete_at")),
            row.getString("account"),
            messages.getMessage("status." + row.getString("status"), null, language),
            orDash(row.getString("refund")),
            orDash(row.getString("refund_of")),
            orDash(row.getString("payout_reference")),
            orDash(row.getString("paid_on"))
        };
    }

    /** Names come from outside: a line break in one must not begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String minutes(@Nullable Instant at) {
        return at == null ? "-" : MINUTES.format(at);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
