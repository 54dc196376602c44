package org.tradeassurance.tasklist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;

/** What a desk sees of the thing that a task is about, read in one statement; the names are the variables of forms and cards. */
@Component
class CardFacts {

    static final String DEADLINE = "deadline";

    /** There while a dispute freezes the order; in the place of the deadline stands a word about it. */
    static final String PAUSED = "paused";

    private static final String OF_ORDER = """
            select o.order_no, o.frozen_at is not null as frozen, coalesce(o.buyer_name, o.buyer_email) as buyer, s.name as supplier,
                   case when c.version = o.contract_version then o.total
                        else (select sum(round((l.value ->> 'quantity')::numeric * (l.value ->> 'unitPrice')::numeric, 2))
                                from jsonb_array_elements(c.content -> 'lines') l)
                             + (c.content #>> '{shipping,freight}')::numeric + (c.content #>> '{shipping,insurance}')::numeric
                             - (c.content #>> '{payment,adjustment}')::numeric end as total,
                   case when c.version = o.contract_version then o.deposit else (c.content #>> '{payment,deposit}')::numeric end as deposit,
                   o.deposit_received, o.balance_received, o.owed, o.cancellation_reason,
                   case when c.version = o.contract_version and o.agreed_ship_date is not null then o.agreed_ship_date::text
                        else c.content #>> '{shipping,shipBy,date}' end as ship_by,
                   c.content #>> '{shipping,shipBy,daysAfterDeposit}' as ship_days,
                   o.actual_ship_date::text as shipped_on,
                   o.total as total_in_force, o.deposit as deposit_in_force,
                   coalesce(o.agreed_ship_date::text, f.content #>> '{shipping,shipBy,date}') as ship_by_in_force,
                   f.content #>> '{shipping,shipBy,daysAfterDeposit}' as ship_days_in_force,
                   (select jsonb_agg(jsonb_build_object('exportOrderNo', e.export_order_no, 'port', e.port,
                           'destination', e.destination, 'clearedOn', coalesce(e.cleared_on::text, :uncleared)) order by e.export_order_no)
                      from export_order e where e.order_no = o.order_no) as export_orders,
                   (select concat(f.text, ' (' || f.rating || '/5)') from feedback f where f.order_no = o.order_no) as comment,
                   c.content::text as contract, f.content::text as contract_in_force, s.quota_limit - s.quota_frozen as quota_free,
                   case when o.coverage_state = 'FROZEN' then o.coverage_amount else 0 end as quota_held,
                   concat_ws(' ', c.content #>> '{shipping,tradeTerm}', c.content #>> '{shipping,destination}') as terms,
                   (select jsonb_agg(jsonb_build_object('product', l ->> 'product', 'quantity', l ->> 'quantity', 'unit', l ->> 'unit',
                           'category', l ->> 'category', 'unitPrice', to_char((l ->> 'unitPrice')::numeric, 'FM999,999,999,990.00 "USD"'),
                           'amount', to_char(round((l ->> 'quantity')::numeric * (l ->> 'unitPrice')::numeric, 2), 'FM999,999,999,990.00 "USD"')))
                      from (select value as l from jsonb_array_elements(c.content -> 'lines')) lines) as lines
              from trade_order o
              join supplier s using (supplier_id)
              join contract_version f on f.order_no = o.order_no and f.version = o.contract_version
              join contract_version c on c.order_no = o.order_no and c.version = case when :proposed then coalesce(o.proposed_version, o.contract_version) else o.contract_version end
             where o.order_no = :key
            """;

    private static final String OF_DISPUTE = """
            select d.kind, d.amount, d.party, d.reason, o.deposit_received + o.balance_received as held
              from dispute d join trade_order o using (order_no)
             where d.order_no = :key and d.outcome is null
            """;

    private static final String OF_CLEARANCE = """
            select c.reference, c.export_order_no, c.cleared_on::text as cleared_on,
                   coalesce((select string_agg(distinct e.export_order_no, ', ') from customs_clearance e
                              where c.doubtful and e.reference = c.reference
                                and e.export_order_no <> c.export_order_no), '-') as used_before
              from customs_clearance c where c.clearance_id = :key
            """;

    private static final String OF_COMPLAINT = """
            select c.complaint_id, c.kind, c.order_no, c.text, s.name as supplier,
                   (select count(*) from complaint e
                     where e.supplier_id = c.supplier_id and e.kind = c.kind and e.state = 'UPHELD' and e.counted) as upheld
              from complaint c join supplier s using (supplier_id)
             where c.complaint_id = :key
            """;

    private final JdbcClient jdbc;
    private final MoneyFacts money;
    private final ContractFacts contracts;
    private final BothLanguages words;

    CardFacts(JdbcClient jdbc, MoneyFacts money, ContractFacts contracts, BothLanguages words) {
        this.jdbc = jdbc;
        this.money = money;
        this.contracts = contracts;
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
                .param("uncleared", words.cell(List.of("card.not-cleared")))
                .query((row, i) -> {
                    BigDecimal total = row.getBigDecimal("total");
                    put(facts, "orderNo", row.getString("order_no"));
                    put(facts, "amount", dollars(total));
                    put(facts, TaskCards.AMOUNT_VALUE, total.doubleValue());
                    put(facts, "buyer", row.getString("buyer"));
                    put(facts, "supplier", row.getString("supplier"));
                    if (row.getBoolean("frozen") && !process.equals("handle-dispute")) {
                        put(facts, PAUSED, true);
                        put(facts, DEADLINE, words.text("card.paused", ""));
                    }
                    phase(facts, process, row);
                    return facts;
                })
                .optional();
        return facts;
    }

    private void phase(Map<String, Object> facts, String process, ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("total");
        BigDecimal deposit = row.getBigDecimal("deposit");
        switch (process) {
            case "draft-order" -> contract(facts, row);
            case "confirm-order" -> {
                contract(facts, row);
                put(facts, "conditions", contracts.conditions(row.getString("contract"), quota(row)));
            }
            case "trade-order" -> proposal(facts, row);
            case "collect-deposit" -> {
                contract(facts, row);
                money(facts, deposit, row.getBigDecimal("deposit_received"), row.getBigDecimal("owed"));
                put(facts, "cancellationReason", row.getString("cancellation_reason"));
            }
            case "ship-order" -> {
                contract(facts, row);
                put(facts, "exportOrders", json(row.getString("export_orders")));
            }
            case "collect-balance" -> {
                put(facts, "shippedOn", row.getString("shipped_on"));
                money(facts, total.subtract(deposit), row.getBigDecimal("balance_received"), row.getBigDecimal("owed"));
            }
            case "receive-order" -> {
                goods(facts, row);
                put(facts, "shippedOn", row.getString("shipped_on"));
            }
            case "collect-feedback" -> put(facts, "comment", row.getString("comment"));
            default -> {}
        }
    }

    private void proposal(Map<String, Object> facts, ResultSet row) throws SQLException {
        String inForce = row.getString("contract_in_force");
        contract(facts, row);
        put(facts, "lines", contracts.lines(inForce, row.getString("contract")));
        put(facts, "conditions", contracts.conditions(inForce, row.getString("contract"), quota(row)));
        put(facts, "amountInForce", dollars(row.getBigDecimal("total_in_force")));
        put(facts, "depositInForce", dollars(row.getBigDecimal("deposit_in_force")));
        put(facts, "shipByInForce", shipBy(row, "_in_force"));
    }

    private static ContractFacts.Quota quota(ResultSet row) throws SQLException {
        return new ContractFacts.Quota(row.getBigDecimal("quota_held"), row.getBigDecimal("quota_free"));
    }

    private void contract(Map<String, Object> facts, ResultSet row) throws SQLException {
        put(facts, "deposit", dollars(row.getBigDecimal("deposit")));
        put(facts, "shipBy", shipBy(row, ""));
        goods(facts, row);
    }

    private static void goods(Map<String, Object> facts, ResultSet row) throws SQLException {
        put(facts, "terms", row.getString("terms"));
        put(facts, "lines", json(row.getString("lines")));
    }

    static @Nullable Object json(@Nullable String rows) {
        return rows == null ? null : SpinValues.jsonValue(rows).create();
    }

    private Map<String, Object> dispute(Map<String, Object> facts, String key) {
        jdbc.sql(OF_DISPUTE)
                .param("key", key)
                .query((row, i) -> {
                    BigDecimal asked = row.getBigDecimal("amount");
                    put(facts, "held", dollars(row.getBigDecimal("held")));
                    put(facts, "dispute", words.text("dispute.kind." + row.getString("kind"), row.getString("kind")));
                    put(facts, "claimed", asked == null ? "-" : dollars(asked));
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

    private @Nullable String shipBy(ResultSet row, String version) throws SQLException {
        String date = row.getString("ship_by" + version);
        String days = row.getString("ship_days" + version);
        return date != null || days == null ? date : words.text("card.ship-by-days", days);
    }

    private static void money(Map<String, Object> facts, BigDecimal expected, BigDecimal received, BigDecimal owed) {
        put(facts, "expected", dollars(expected));
        put(facts, "received", dollars(received));
        put(facts, "missing", dollars(owed));
    }

    private Map<String, Object> clearance(String key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(OF_CLEARANCE)
                .param("key", key)
                .query((row, i) -> {
                    put(facts, "reference", row.getString("reference"));
                    put(facts, "exportOrderNo", row.getString("export_order_no"));
                    put(facts, "clearedOn", row.getString("cleared_on"));
                    put(facts, "usedBefore", row.getString("used_before"));
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
                    put(facts, "upheld", row.getString("upheld"));
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

    static String dollars(BigDecimal amount) {
        return Money.shown(amount, Money.CURRENCY);
    }
}
