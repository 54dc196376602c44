package org.tradeassurance.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Among many orders whatever is asked for is found by indexes. */
@SpringBootTest
class SearchPlanTest {

    private static final int ORDERS = 20_000;

    @Autowired
    Search search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName(
            "numbers, names, Chinese characters, frequent words and those that nothing has: no table of orders is read whole")
    void noSearchReadsAWholeTable() {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            plant();
            for (String asked : List.of(
                    "80000000007777",
                    "7777",
                    "777",
                    "Käufer 17",
                    "käufer",
                    "buyer7@example",
                    "灯",
                    "台灯",
                    "限",
                    "型号 00042",
                    "x",
                    "xyzzy",
                    "Supplier 1999")) {
                List<String> before = scans();
                Found found = search.find(asked);
                assertThat(scans()).as(asked).isEqualTo(before);
                if (!List.of("777", "x", "xyzzy").contains(asked)) {
                    assertThat(found.orders()).as(asked).isNotEmpty().hasSizeLessThanOrEqualTo(20);
                }
            }
        });
    }

    private void plant() {
        run("""
                insert into supplier (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                select 'G-' || n, 'Supplier ' || n || ' 有限公司', 'CN', true, 0, now() from generate_series(0, 1999) n
                """);
        run("""
                insert into trade_order (order_no, origin, supplier_id, buyer_email, buyer_name, acknowledged_agreement, acknowledged_export,
                                         created_at, status, contract_version, total, deposit)
                select '8' || lpad(n::text, 13, '0'), 'SUPPLIER_DRAFT', 'G-' || n % 2000, 'buyer' || n % 2000 || '@example.com', 'Käufer ' || n % 2000, true, true,
                       now(), 'COMPLETED', 1, 100, 30
                  from generate_series(1, :orders) n
                """);
        run("""
                insert into contract_version (order_no, version, content, author, created_at)
                select '8' || lpad(n::text, 13, '0'), 1,
                       jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('product', 'LED台灯 型号 ' || lpad(n::text, 5, '0'), 'productId', 'P-' || n))), 'test', now()
                  from generate_series(1, :orders) n
                """);
        List.of("supplier", "trade_order", "search_word").forEach(table -> run("analyze " + table));
    }

    private void run(String sql) {
        var statement = jdbc.sql(sql);
        (sql.contains(":orders") ? statement.param("orders", ORDERS) : statement).update();
    }

    /** How often this transaction has read each table from end to end. */
    private List<String> scans() {
        return jdbc.sql("""
                        select relname || ' ' || seq_scan from pg_stat_xact_user_tables
                         where relname in ('search_word', 'trade_order', 'contract_version') order by relname
                        """).query(String.class).list();
    }
}
