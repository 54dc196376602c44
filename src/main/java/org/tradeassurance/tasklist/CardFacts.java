package org.tradeassurance.tasklist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a desk sees of the thing that a task is about, read in one statement; the names are the variables of forms and cards. */
@Component
class CardFacts {

    private static final String OF_ORDER = """
            select o.order_no, coalesce(o.buyer_name, o.buyer_email) as buyer, s.name as supplier,
                   case when c.version = o.contract_version then o.total
                        else (select sum(round((l.value ->> 'quantity')::numeric * (l.value ->> 'unitPrice')::numeric, 2))
                                from jsonb_array_elements(c.content -> 'lines') l)
                             + (c.content #>> '{shipping,freight}')::numeric + (c.content #>> '{shipping,insurance}')::numeric
                             - (c.content #>> '{payment,adjustment}')::numeric end as total,
                   case when c.version = o.contract_version then o.deposit else (c.content #>> '{payment,deposit}')::numeric end as deposit,
                   o.deposit_received, o.balance_received,
                   coalesce(o.agreed_ship_date::text, c.content #>> '{shipping,shipBy,date}') as ship_by,
                   c.content #>> '{shipping,shipBy,daysAfterDeposit}' as ship_days,
                   o.actual_ship_date::text as shipped_on,
                   concat_ws(' ', c.content #>> '{shipping,tradeTerm}', c.content #>> '{shipping,destination}') as terms,
                   (select jsonb_agg(jsonb_build_object('product', l ->> 'product', 'quantity', l ->> 'quantity', 'unit', l ->> 'unit',
                           'unitPrice', l ->> 'unitPrice',
                           'amount', to_char(round((l ->> 'quantity')::numeric * (l ->> 'unitPrice')::numeric, 2), 'FM999,999,999,990.00')))
                      from (select value as l from jsonb_array_elements(c.content -> 'lines') limit 50) lines) as lines
              from trade_order o
              join supplier s using (supplier_id)
              join contract_version c on c.order_no = o.order_no and c.version = case when :proposed then coalesce(o.proposed_version, o.contract_version) else o.contract_version end
             where o.order_no = :key
            """;

    private static final String OF_DISPUTE = """
            select d.kind, d.amount, d.party, d.reason, o.deposit_received + o.balance_received as held
              from dispute d join trade_order o using (order_no)
             where d.order_no = :key and d.outcome is null
            """;

    private static final String OF_CLEARANCE = """
            select reference, export_order_no, cleared_on::text as cleared_on
              from customs_clearance where reference = :key
            """;

    private static final String OF_COMPLAINT = """
            select c.complaint_id, c.kind, c.order_no, c.text, s.name as supplier
              from complaint c join supplier s using (supplier_id)
             where c.complaint_id = :key
            """;

    private static final String CURRENCY = "USD";

    private final JdbcClient jdbc;
    private final MoneyFacts money;
    private final BothLanguages words;

    CardFacts(JdbcClient jdbc, MoneyFacts money, BothLanguages words) {
        this.jdbc = jdbc;
        this.money = money;
        this.words = words;
    }

    /** @param process the key of the process that the task belongs to; a phase shows what it needs */
    Map<String, Object> read(String process, String key) {
        return switch (process) {
            case "match-remittance" -> money.remittance(key);
            case "pay-refund" -> money.refund(key);
            case "trace-clearance" -> clearance(key);
            case "handle-dispute" -> dispute(order(process, key), key);
            case "judge-complaint" -> complaint(key);
            default -> order(process, key);
        };
    }

    private Map<String, Object> order(String process, String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_ORDER)
                .param("key", key)
                .param("proposed", process.equals("trade-order"))
                .query((row, i) -> {
                    BigDecimal total = row.getBigDecimal("total");
                    BigDecimal deposit = row.getBigDecimal("deposit");
                    put(facts, "orderNo", row.getString("order_no"));
                    put(facts, "amount", amount(total, CURRENCY));
                    put(facts, TaskCards.AMOUNT_VALUE, total.doubleValue());
                    put(facts, "buyer", row.getString("buyer"));
                    put(facts, "supplier", row.getString("supplier"));
                    switch (process) {
                        case "draft-order", "confirm-order", "trade-order" -> {
                            put(facts, "deposit", amount(deposit, CURRENCY));
                            put(facts, "shipBy", shipBy(row));
                            put(facts, "terms", row.getString("terms"));
                            String lines = row.getString("lines");
                            put(
                                    facts,
                                    "lines",
                                    lines == null
                                            ? null
                                            : SpinValues.jsonValue(lines).create());
                        }
                        case "collect-deposit" -> money(facts, deposit, row.getBigDecimal("deposit_received"));
                        case "collect-balance" ->
                            money(facts, total.subtract(deposit), row.getBigDecimal("balance_received"));
                        case "ship-order" -> put(facts, "shipBy", shipBy(row));
                        case "receive-order" -> put(facts, "shippedOn", row.getString("shipped_on"));
                        default -> {}
                    }
                    return facts;
                })
                .optional();
        return facts;
    }

    private Map<String, Object> dispute(Map<String, Object> facts, String key) {
        jdbc.sql(OF_DISPUTE)
                .param("key", key)
                .query((row, i) -> {
                    BigDecimal asked = row.getBigDecimal("amount");
                    put(facts, "held", amount(row.getBigDecimal("held"), CURRENCY));
                    put(facts, "dispute", words.text("dispute.kind." + row.getString("kind"), row.getString("kind")));
                    put(facts, "claimed", asked == null ? "-" : amount(asked, CURRENCY));
                    put(
                            facts,
                            "openedBy",
                            words.text("dispute.party." + row.getString("party"), row.getString("party")));
                    put(facts, "complaint", row.getString("reason"));
                    return facts;
                })
                .optional();
        return facts;
    }

    private @Nullable String shipBy(ResultSet row) throws SQLException {
        String days = row.getString("ship_days");
        return row.getString("ship_by") != null || days == null
                ? row.getString("ship_by")
                : words.text("card.ship-by-days", days);
    }

    private static void money(Map<String, Object> facts, BigDecimal expected, BigDecimal received) {
        put(facts, "expected", amount(expected, CURRENCY));
        put(facts, "received", amount(received, CURRENCY));
        put(facts, "missing", amount(expected.subtract(received).max(BigDecimal.ZERO), CURRENCY));
    }

    private Map<String, Object> clearance(String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_CLEARANCE)
                .param("key", key)
                .query((row, i) -> {
                    put(facts, "reference", row.getString("reference"));
                    put(facts, "exportOrderNo", row.getString("export_order_no"));
                    put(facts, "clearedOn", row.getString("cleared_on"));
                    return facts;
                })
                .optional();
        return facts;
    }

    private Map<String, Object> complaint(String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_COMPLAINT)
                .param("key", key)
                .query((row, i) -> {
                    put(facts, "complaint", row.getString("complaint_id"));
                    put(facts, "kind", words.text("complaint.kind." + row.getString("kind"), row.getString("kind")));
                    put(facts, "supplier", row.getString("supplier"));
                    put(facts, "orderNo", Objects.requireNonNullElse(row.getString("order_no"), "-"));
                    put(facts, "text", row.getString("text"));
                    return facts;
                })
                .optional();
        return facts;
    }

    static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.put(name, value);
        }
    }

    static String amount(BigDecimal amount, String currency) {
        return String.format(Locale.ROOT, "%,.2f %s", amount, currency);
    }
}
