package org.tradeassurance.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;

/** The public trade record of a product: completed orders whose goods the export service has cleared, newest first (FBK-04). */
@Repository
class TradeRecords {

    private final JdbcClient jdbc;
    private final FeedbackRules rules;

    TradeRecords(JdbcClient jdbc, FeedbackRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    private record Sale(String category, TradeRecord record) {}

    /**
     * Reads a page. It may hold less than the limit: what the supplier exported itself is passed over.
     *
     * @param request its key is how many sales the pages before have covered: an order number is nobody's business here
     */
    Page<TradeRecord> of(String productId, PageRequest request) {
        int covered = request.after() == null ? 0 : Integer.parseInt(request.after());
        List<Sale> found = jdbc.sql("""
                        select line ->> 'product' as product, line ->> 'category' as category, o.created_at, f.text, f.rating, f.reply
                          from trade_order o
                          join contract_version c on c.order_no = o.order_no and c.version = o.contract_version
                          cross join lateral (select l as line from jsonb_array_elements(c.content -> 'lines') l
                                               where l ->> 'productId' = :productId limit 1) first_line
                          left join feedback f on f.order_no = o.order_no and f.displayed
                         where jsonb_path_query_array(c.content, '$.lines[*].productId') @> to_jsonb(:productId::text)
                           and o.status = 'COMPLETED'
                           and exists (select 1 from export_order e where e.order_no = o.order_no and e.cleared_on is not null)
                         order by o.order_no desc
                        offset :covered
                         limit :limit
                        """)
                .param("productId", productId)
                .param("covered", covered)
                .param("limit", request.limit() + 1)
                .query(TradeRecords::sale)
                .list();
        Page<Sale> page = Page.of(found, request, last -> Integer.toString(covered + request.limit()));
        Map<String, Boolean> byService = new HashMap<>();
        List<TradeRecord> displayed = page.items().stream()
                .filter(sale ->
                        byService.computeIfAbsent(sale.category(), category -> rules.goesThroughService(category)))
                .map(Sale::record)
                .toList();
        return new Page<>(displayed, page.nextCursor());
    }

    private static Sale sale(ResultSet row, int rowNumber) throws SQLException {
        OffsetDateTime createdAt = row.getObject("created_at", OffsetDateTime.class);
        String text = row.getString("text");
        TradeRecord.Comment comment = text == null
                ? null
                : new TradeRecord.Comment(text, row.getObject("rating", Integer.class), row.getString("reply"));
        return new Sale(
                Objects.requireNonNullElse(row.getString("category"), ""),
                TradeRecord.of(row.getString("product"), BusinessTime.dateOf(createdAt.toInstant()), comment));
    }
}
