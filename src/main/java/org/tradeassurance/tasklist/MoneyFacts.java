package org.tradeassurance.tasklist;

import static org.tradeassurance.tasklist.CardFacts.put;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.payment.Candidates;
import org.tradeassurance.payment.Candidates.Candidate;
import org.tradeassurance.payment.ReturnedPayouts;
import org.tradeassurance.payment.ReturnedPayouts.Paid;

/** What the finance desk sees of money that nobody has matched, with the orders it may be meant for, and of a refund that it is to pay. */
@Component
class MoneyFacts {

    /** The choice of an order that is no candidate. */
    private static final String OTHER = "other";

    private static final String OF_REMITTANCE = """
            select stated_order_no, amount, currency, bank_reference, method, account, remittance_info, state, reason,
                   (coalesce(received_at, notified_at) at time zone 'Asia/Shanghai')::date::text as came_on
              from remittance where remittance_id = :key
            """;

    private static final String OF_REFUND = """
            select f.refund_no, f.order_no, f.amount, f.currency, f.cause, r.bank_reference, r.method, r.account, r.remittance_info,
                   (coalesce(r.received_at, r.notified_at) at time zone 'Asia/Shanghai')::date::text as came_on,
                   (select string_agg(concat_ws(', ', p.payout_reference, p.paid_on::text), '; ' order by p.returned_at)
                      from returned_payout p where p.refund_no = f.refund_no) as came_back,
                   r.amount as came, nullif(concat_ws(', ', o.buyer_name, o.buyer_email), '') as buyer, s.name as supplier
              from refund f
              join remittance r using (remittance_id)
              left join trade_order o on o.order_no = f.order_no
              left join supplier s using (supplier_id)
             where f.refund_no = :key
            """;

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final ReturnedPayouts returned;
    private final BothLanguages words;
    private final ObjectMapper json;

    MoneyFacts(
            JdbcClient jdbc, Candidates candidates, ReturnedPayouts returned, BothLanguages words, ObjectMapper json) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.returned = returned;
        this.words = words;
        this.json = json;
    }

    Map<String, Object> remittance(String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_REMITTANCE)
                .param("key", key)
                .query((row, i) -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    put(facts, "orderNo", row.getString("stated_order_no"));
                    put(facts, "amount", Money.shown(amount, row.getString("currency")));
                    put(facts, TaskCards.AMOUNT_VALUE, amount.doubleValue());
                    put(facts, "reference", row.getString("bank_reference"));
                    put(facts, "info", Objects.requireNonNullElse(row.getString("remittance_info"), "-"));
                    put(facts, "account", Objects.requireNonNullElse(row.getString("account"), "-"));
                    put(facts, "method", words.text("method." + row.getString("method"), row.getString("method")));
                    put(facts, "cameOn", row.getString("came_on"));
                    put(facts, "named", Objects.requireNonNullElse(row.getString("stated_order_no"), "-"));
                    String reason = row.getString("reason");
                    put(facts, "reason", reason == null ? null : words.text("remittance.reason." + reason, reason));
                    return facts;
                })
                .optional();
        if (!facts.isEmpty()) {
            List<Candidate> found = candidates.of(key);
            put(facts, "candidates", json(found.stream().map(this::row).toList()));
            put(facts, "orders", json(options(found)));
            put(facts, "refunds", json(refundOptions(returned.candidates(key))));
        }
        return facts;
    }

    Map<String, Object> refund(String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_REFUND)
                .param("key", key)
                .query((row, i) -> {
                    String currency = row.getString("currency");
                    String info = row.getString("remittance_info");
                    put(facts, "refundNo", row.getString("refund_no"));
                    put(facts, "orderNo", Objects.requireNonNullElse(row.getString("order_no"), "-"));
                    put(facts, "amount", Money.shown(row.getBigDecimal("amount"), currency));
                    put(
                            facts,
                            TaskCards.AMOUNT_VALUE,
                            row.getBigDecimal("amount").doubleValue());
                    put(
                            facts,
                            "payee",
                            Objects.requireNonNullElse(row.getString("buyer"), words.text("card.payer", "")));
                    put(facts, "supplier", Objects.requireNonNullElse(row.getString("supplier"), "-"));
                    put(facts, "cause", words.text("refund.cause." + row.getString("cause"), ""));
                    put(facts, "reference", row.getString("bank_reference"));
                    put(facts, "came", Money.shown(row.getBigDecimal("came"), currency));
                    put(facts, "cameOn", row.getString("came_on"));
                    put(facts, "method", words.text("method." + row.getString("method"), row.getString("method")));
                    put(facts, "account", Objects.requireNonNullElse(row.getString("account"), "-"));
                    put(facts, "info", Objects.requireNonNullElse(info, "-"));
                    put(facts, "cameBack", Objects.requireNonNullElse(row.getString("came_back"), "-"));
                    return facts;
                })
                .optional();
        return facts;
    }

    private Map<String, String> row(Candidate candidate) {
        String state = candidate.frozen() ? "candidate.FROZEN" : "status." + candidate.status();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("orderNo", candidate.orderNo().value());
        row.put("buyer", candidate.buyer());
        row.put("supplier", candidate.supplier());
        row.put("status", words.cell(List.of(state)));
        row.put("owed", candidate.owed().shown());
        row.put(
                "why",
                words.cell(candidate.reasons().stream()
                        .map(reason -> "candidate." + reason)
                        .toList()));
        return row;
    }

    private List<Map<String, String>> options(List<Candidate> found) {
        List<Map<String, String>> options = new ArrayList<>();
        found.stream()
                .filter(Candidate::takesMoney)
                .forEach(candidate -> options.add(Map.of(
                        "value",
                        candidate.orderNo().value(),
                        "label",
                        candidate.orderNo() + " · " + candidate.buyer() + " · " + candidate.supplier())));
        options.add(Map.of("value", OTHER, "label", words.text("candidate.OTHER", "")));
        return options;
    }

    private List<Map<String, String>> refundOptions(List<Paid> found) {
        List<Map<String, String>> options = new ArrayList<>();
        found.forEach(paid -> options.add(Map.of(
                "value",
                paid.refundNo(),
                "label",
                "%s · %s · %s, %s"
                        .formatted(
                                paid.refundNo(),
                                Money.shown(paid.amount(), paid.currency()),
                                paid.reference(),
                                paid.paidOn()))));
        options.add(Map.of("value", OTHER, "label", words.text("returned.OTHER", "")));
        return options;
    }

    private JsonValue json(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }
}
