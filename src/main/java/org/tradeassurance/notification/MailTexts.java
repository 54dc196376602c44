package org.tradeassurance.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Mustache;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderNo;

/**
 * Writes mails: {@code mail.<template>.subject} and {@code .body} of the messages, filled with {@link MailFacts}; to buyers in English, to
 * suppliers in Chinese, to staff in both.
 */
@Component
class MailTexts implements RowMapper<Mail> {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm '(UTC+8)'", Locale.ROOT)
            .withZone(BusinessTime.ZONE);

    /** Plain text; a name that is none of the facts is a failure. */
    private static final Mustache.Compiler TEMPLATES =
            Mustache.compiler().escapeHTML(false).nullValue("-");

    private final MessageSource messages;
    private final String publicUrl;
    private final ObjectMapper json;

    MailTexts(MessageSource messages, ObjectMapper json, @Value("${trade-assurance.public-url}") String publicUrl) {
        this.messages = messages;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @Override
    public Mail mapRow(ResultSet row, int rowNumber) throws SQLException {
        String template = row.getString("template");
        List<Locale> languages = languages(row);
        String no = row.getString("order_no");
        Written written = read(row.getString("words"));
        Map<String, String> more = written == null ? Map.of() : written.more();
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Mail(
                row.getLong("id"),
                no == null ? null : new OrderNo(no),
                row.getString("recipient"),
                template,
                oneLine(text(
                        row, languages, " / ", written == null ? of(template, ".subject") : written::subject, more)),
                text(row, languages, "\n", written == null ? of(template, ".body") : written::text, more),
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

    private Function<Locale, String> of(String template, String part) {
        return language -> messages.getMessage("mail." + template + part, null, language);
    }

    private String text(
            ResultSet row,
            List<Locale> languages,
            String between,
            Function<Locale, String> template,
            Map<String, String> more)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Locale language : languages) {
            StringWriter filled = new StringWriter();
            TEMPLATES.compile(template.apply(language)).execute(facts(row, language), more, filled);
            texts.add(filled.toString());
        }
        return String.join(between, texts);
    }

    static String filled(String template, MailFacts facts) {
        return TEMPLATES.compile(template).execute(facts);
    }

    String stored(Written written) {
        try {
            return json.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    private @Nullable Written read(@Nullable String words) {
        try {
            return words == null ? null : json.readValue(words, Written.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The words of a mail could not be read", e);
        }
    }

    private MailFacts facts(ResultSet row, Locale language) throws SQLException {
        String no = row.getString("order_no");
        return new MailFacts(
                no,
                publicUrl + (no == null ? "/camunda/app/tasklist/" : "/orders/" + no),
                row.getString("supplier_name"),
                row.getString("buyer"),
                named("status.", row.getString("status"), language),
                dollars(row, "total"),
                dollars(row, "deposit"),
                dollars(row, "owed"),
                row.getString("account"),
                minutes(instant(row, "payment_due_at")),
                row.getString("ship_date"),
                row.getString("export_orders"),
                minutes(instant(row, "auto_complete_at")),
                money(row, "refund", row.getString("refund_currency")),
                row.getString("refund_of"),
                row.getString("payout_reference"),
                row.getString("paid_on"),
                named("dispute.outcome.", row.getString("outcome"), language),
                dollars(row, "amount_granted"),
                row.getString("decision_reason"),
                row.getString("about"));
    }

    private @Nullable String named(String prefix, @Nullable String name, Locale language) {
        return name == null ? null : messages.getMessage(prefix + name, null, language);
    }

    private static @Nullable String dollars(ResultSet row, String column) throws SQLException {
        return money(row, column, Money.CURRENCY);
    }

    private static @Nullable String money(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : Money.shown(amount, currency);
    }

    /** Names come from outside: a line break in one must not begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static @Nullable String minutes(@Nullable Instant at) {
        return at == null ? null : MINUTES.format(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
