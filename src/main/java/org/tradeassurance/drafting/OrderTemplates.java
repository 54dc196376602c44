package org.tradeassurance.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Refusal;

/** The stored templates; a party sees its own, the platform all. */
@Repository
class OrderTemplates {

    private static final String SELECT = """
            select t.template_id, t.name, t.order_no, t.contract_version, o.supplier_id, t.created_at
              from order_template t join trade_order o using (order_no)
             where (:scopeSupplier::text is null or t.supplier_id = :scopeSupplier)
               and (:scopeBuyer::text is null or t.buyer_email = :scopeBuyer)
            """;

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Clock clock;

    OrderTemplates(JdbcClient jdbc, Orders orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    /** Keeps the version in force of an order for one of its parties, or for the platform itself where no party is named. */
    long add(String name, Order order, @Nullable Party owner) {
        return jdbc.sql("""
                        insert into order_template (supplier_id, buyer_email, name, order_no, contract_version, created_at)
                        values (:supplierId, :buyerEmail, :name, :orderNo, :version, :now)
                        returning template_id
                        """)
                .param("supplierId", owner == Party.SUPPLIER ? order.parties().supplierId() : null)
                .param(
                        "buyerEmail",
                        owner == Party.BUYER ? order.parties().buyer().email() : null)
                .param("name", name)
                .param("orderNo", order.no().value())
                .param("version", order.agreement().version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * A template with its content.
     *
     * @throws Refusal {@code not-found} for an unknown template and for that of another party alike
     */
    OrderTemplate get(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.notFound();
        }
        return get(Long.parseLong(id));
    }

    OrderTemplate get(long id) {
        OrderTemplate template = scoped(SELECT + " and t.template_id = :id")
                .param("id", id)
                .query(OrderTemplates::template)
                .optional()
                .orElseThrow(Refusal::notFound);
        return template.with(orders.version(template.orderNo(), template.contractVersion())
                .orElseThrow(Refusal::notFound)
                .contract());
    }

    /** Newest first. */
    Page<OrderTemplate> list(PageRequest page) {
        List<OrderTemplate> found = scoped(SELECT + """
                        and (:after::bigint is null or t.template_id < :after::bigint)
                        order by t.template_id desc
                        limit :limit
                        """)
                .param("after", page.after())
                .param("limit", page.limit() + 1)
                .query(OrderTemplates::template)
                .list();
        return Page.of(found, page, OrderTemplate::templateId);
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        Account account = Account.current();
        return jdbc.sql(sql).param("scopeSupplier", account.supplierId()).param("scopeBuyer", account.buyerEmail());
    }

    private static OrderTemplate template(ResultSet row, int rowNumber) throws SQLException {
        return new OrderTemplate(
                row.getString("template_id"),
                row.getString("name"),
                new OrderNo(row.getString("order_no")),
                row.getInt("contract_version"),
                row.getString("supplier_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                null);
    }
}
