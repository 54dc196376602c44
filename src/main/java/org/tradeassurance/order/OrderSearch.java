package org.tradeassurance.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderFilter.Span;
import org.tradeassurance.order.OrderSort.Position;

/**
 * The orders of a filter as SQL, within what the account may see. Only what is asked for stands in it, so that the database may choose the
 * index that serves it.
 */
final class OrderSearch {

    private static final String TEXT = """
             and (c.order_no = :q or c.product_names ilike '%' || :pattern || '%'
                  or c.order_no = any (array(select f.order_no from order_field f
                                              where f.compared ilike '%' || :pattern || '%'
                                                and (:own::text is null or f.side = :own)
                                             union all
                                             select r.order_no from trade_order r
                                              where r.external_reference in (:q, :text) and (:own::text is null or r.referred_by = :me))))
            """;

    private static final String OPEN_TASK = """
            exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                                 where e.business_key_ = o.order_no""";

    private final StringBuilder conditions = new StringBuilder(Orders.VISIBLE);
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final boolean contract;

    OrderSearch(OrderFilter filter, Account account) {
        Party own = account.ownParty();
        parameters.put("scopeSupplier", account.supplierId());
        parameters.put("scopeBuyer", account.buyerEmail());
        parameters.put("own", own == null ? null : own.name());
        parameters.put("me", account.name());
        state(filter);
        parties(filter);
        due(filter);
        between("created_at", "created", filter.created(), "<=");
        equal("total >= :totalFrom", "totalFrom", amount(filter.total().from()));
        equal("total <= :totalTo", "totalTo", amount(filter.total().to()));
        this.contract = content(filter);
        tasks(filter);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private void state(OrderFilter filter) {
        if (!filter.status().isEmpty()) {
            equal(
                    "status in (:status)",
                    "status",
                    filter.status().stream().map(Enum::name).toList());
        }
        if (filter.frozen() != null) {
            conditions.append(" and o.frozen_at is ").append(filter.frozen() ? "not null" : "null");
        }
    }

    private void parties(OrderFilter filter) {
        equal("supplier_id = :supplierId", "supplierId", filter.supplierId());
        equal("buyer_email = :buyerEmail", "buyerEmail", filter.buyerEmail());
        equal("external_reference = :reference", "reference", filter.externalReference());
        if (filter.externalReference() != null) {
            conditions.append(" and (:own::text is null or o.referred_by = :me)");
        }
    }

    private void due(OrderFilter filter) {
        if (!filter.due().isEmpty()) {
            equal(
                    "next_due in (:due)",
                    "due",
                    filter.due().stream().map(Enum::name).toList());
            conditions.append(" and o.next_due_at is not null");
        }
        between("next_due_at", "due", filter.dueAt(), "<");
    }

    /** @return whether the contract is asked */
    private boolean content(OrderFilter filter) {
        String compared = filter.compared();
        if (filter.transport() != null) {
            conditions.append(" and c.content #>> '{shipping,transport}' = :transport");
            parameters.put("transport", filter.transport());
        }
        if (compared != null) {
            conditions.append(TEXT);
            parameters.put("q", compared);
            parameters.put("text", filter.text());
            parameters.put("pattern", filter.pattern());
        }
        return filter.transport() != null || compared != null;
    }

    private void tasks(OrderFilter filter) {
        if (filter.openTask() != null) {
            conditions
                    .append(filter.openTask() ? " and " : " and not ")
                    .append(OPEN_TASK)
                    .append(')');
        }
        if (filter.assignee() != null) {
            conditions.append(" and ").append(OPEN_TASK).append(" and t.assignee_ = :assignee)");
            parameters.put("assignee", filter.assignee());
        }
    }

    private void between(String column, String name, Span<Instant> span, String before) {
        equal(column + " >= :" + name + "From", name + "From", OrderRow.timestamp(span.from()));
        equal(column + " " + before + " :" + name + "To", name + "To", OrderRow.timestamp(span.to()));
    }

    private void equal(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append(" and o.").append(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable Object amount(org.tradeassurance.money.@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    /** All of them, in no order. */
    String numbers() {
        return select("");
    }

    /**
     * So many of them behind a position. Those with nothing due have no place in the index of dates: they are a list of their own behind
     * the others.
     */
    String numbers(OrderSort sort, @Nullable Position position, int limit) {
        parameters.put("limit", limit);
        if (position != null) {
            parameters.put("value", position.value());
            parameters.put("orderNo", position.orderNo());
        }
        if (sort.key() != OrderSort.Key.DUE) {
            return ordered(sort, position == null ? "" : " and " + sort.behind());
        }
        String undated = select(" and o.next_due_at is null"
                        + (position != null && position.value() == null ? " and " + sort.behindNumber() : ""))
                + " order by " + sort.byNumber() + " limit :limit";
        if (position != null && position.value() == null) {
            return undated;
        }
        String dated =
                ordered(sort, " and o.next_due_at is not null" + (position == null ? "" : " and " + sort.behind()));
        return "select * from ((" + dated + ") union all (" + undated + ")) o order by " + sort.order()
                + " limit :limit";
    }

    private String ordered(OrderSort sort, String more) {
        return select(more) + " order by " + sort.byValue() + " limit :limit";
    }

    private String select(String more) {
        return "select o.order_no, o.created_at, o.next_due_at, o.total from trade_order o"
                + (contract
                        ? " join contract_version c on c.order_no = o.order_no and c.version = o.contract_version"
                        : "")
                + " where true" + conditions + more;
    }
}
