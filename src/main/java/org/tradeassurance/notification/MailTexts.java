package org.tradeassurance.notification;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderNo;

/**
 * Writes mails: {@code mail.<template>.subject} and {@code .body} of the messages, to buyers in English, to suppliers in Chinese, to
 * staff in both.
 * Their arguments: {0} order number, {1} link, {2} total, {3} deposit, {4} balance, {5} refund due, {6} what is still to pay, {7} supplier, {8}
 * buyer, {9} end of the payment window, {10} ship date, {11} export orders, {12} automatic completion, {13} account, {14} status,
 * {15} refund, {16} bank reference of the payment that it goes back of, {17} its pay-outs bank reference and {18} date,
 * {19} outcome of the dispute, {20} refund granted, {21} reason of the decision, {22} tasks.
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
        List<Locale> languages = languages(row);
        String no = row.getString("order_no");
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Mail(
                row.getLong("id"),
                no == null ? null : new OrderNo(no),
                row.getString("recipient"),
                template,
                oneLine(text("mail." + template + ".subject", row, languages, " / ")),
                text("mail." + template + ".body", row, languages, "\n"),
                createdAt,
                instant(row, "sent_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static List<Locale> languages(ResultSet row) throws SQLException {
        if (row.getString("about") != null) {
            return List.of(Locale.CHINESE, Locale.ENGLISH);
        }
        boolean supplier = row.getString("recipient").equals(row.getString("supplier_id"));
        return List.of(supplier ? Locale.CHINESE : Locale.ENGLISH);
    }

    private String text(String key, ResultSet row, List<Locale> languages, String between) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Locale language : languages) {
            texts.add(messages.getMessage(key, facts(row, language), language));
        }
        return String.join(between, texts);
    }

    private @Nullable Object[] facts(ResultSet row, Locale language) throws SQLException {
        String no = row.getString("order_no");
        return new @Nullable Object[] {
            no,
            publicUrl + (no == null ? "/camunda/app/tasklist/" : "/orders/" + no),
            dollars(row, "total"),
            dollars(row, "deposit"),
            dollars(row, "balance"),
            dollars(row, "refund_due"),
            dollars(row, "to_pay"),
            row.getString("supplier_name"),
            row.getString("buyer"),
            minutes(instant(row, "payment_due_at")),
            orDash(row.getString("ship_date")),
            orDash(row.getString("export_orders")),
            minutes(instant(row, "auto_complete_at")),
            row.getString("account"),
            named("status.", row.getString("status"), language),
            money(row, "refund", row.getString("refund_currency")),
            orDash(row.getString("refund_of")),
            orDash(row.getString("payout_reference")),
            orDash(row.getString("paid_on")),
            named("dispute.outcome.", row.getString("outcome"), language),
            dollars(row, "amount_granted"),
            row.getString("decision_reason"),
            row.getString("about")
        };
    }

    private String named(String prefix, @Nullable String name, Locale language) {
        return name == null ? "-" : messages.getMessage(prefix + name, null, language);
    }

    private static String dollars(ResultSet row, String column) throws SQLException {
        return money(row, column, Money.CURRENCY);
    }

    private static String money(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? "-" : Money.shown(amount, currency);
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
