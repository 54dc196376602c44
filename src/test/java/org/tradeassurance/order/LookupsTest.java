package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.SampleOrder;

/** Among many orders, what is shown is found by indexes: no list, search or counter reads a whole table. */
@SpringBootTest
class LookupsTest {

    @Autowired
    Orders orders;

    @Autowired
    OrderViews views;

    @Autowired
    OrderCounters counters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName(
            "UI-03, UI-04: the newest orders, those of a status or a party, with a number or a product, and the counters")
    void noListSearchOrCounterReadsAWholeTable() {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            plant();
            readsNoWholeTable("all", () -> list(null, null, null, null));
            readsNoWholeTable("status", () -> list(OrderStatus.DRAFT, null, null, null));
            readsNoWholeTable("supplier", () -> list(null, "G-7", null, null));
            readsNoWholeTable("buyer", () -> list(null, null, "buyer7@example.com", null));
            readsNoWholeTable("number", () -> list(null, null, null, "80000000007777"));
            readsNoWholeTable("a product", () -> list(null, null, null, "model 07777"));
            readsNoWholeTable("no product", () -> list(null, null, null, "xyzzy"));
            readsNoWholeTable("a transport", () -> list(filter(null, null, null, "SEA", null), "-created"));
            readsNoWholeTable("a rare transport", () -> list(filter(null, null, null, "RAIL", null), "-created"));
            readsNoWholeTable("several", () -> list(OrderStatus.COMPLETED, "G-7", "buyer7@example.com", "lamp"));
            for (String sort : List.of("created", "-created", "due", "-due", "total", "-total")) {
                readsNoWholeTable("sorted by " + sort, () -> list(OrderFilter.NONE, sort));
            }
            readsNoWholeTable("counters", () -> counters.read());
        });
    }

    @Test
    @DisplayName("a completed task is asked for its sub-tasks by index, Chinese product names have words to index")
    void openWorkIsFoundByIndex() {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            jdbc.sql("""
                    insert into act_ru_task (id_, rev_, name_, suspension_state_)
                    select 'many-' || n, 1, 'Many', 1 from generate_series(1, 20000) n
                    """).update();
            jdbc.sql("analyze act_ru_task").update();
            assertThat(jdbc.sql("explain select * from act_ru_task where parent_task_id_ = 'many-1'")
                            .query(String.class)
                            .list())
                    .anyMatch(line -> line.contains("act_idx_task_parent"))
                    .noneMatch(line -> line.contains("Seq Scan"));
        });
        assertThat(new SearchLocale(jdbc).indexesEveryLanguage()).isTrue();
    }

    private void list(
            @Nullable OrderStatus status, @Nullable String supplier, @Nullable String buyer, @Nullable String text) {
        list(filter(status, supplier, buyer, null, text), "-created");
    }

    private void list(OrderFilter filter, String sort) {
        views.list(filter, OrderSort.of(sort), new PageRequest(50, null));
    }

    static OrderFilter filter(
            @Nullable OrderStatus status,
            @Nullable String supplier,
            @Nullable String buyer,
            @Nullable String transport,
            @Nullable String text) {
        OrderFilter none = OrderFilter.NONE;
        return new OrderFilter(
                status == null ? Set.of() : Set.of(status),
                null,
                supplier,
                buyer,
                transport,
                null,
                text,
                none.created(),
                none.total(),
                none.due(),
                none.dueAt(),
                null,
                null);
    }

    private void readsNoWholeTable(String what, Runnable lookup) {
        List<String> before = scans();
        lookup.run();
        assertThat(scans()).as(what).isEqualTo(before);
    }

    /** Of one order made many, one in twenty is open. The index of words is not what is looked at here. */
    private void plant() {
        run("alter table contract_version disable trigger contract_version_found", orders.nextNumber());
        OrderNo no = orders.nextNumber();
        orders.add(
                new SampleOrder(no, Instant.parse("2015-11-27T01:00:00Z"))
                        .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00"),
                Party.SUPPLIER);
        run("""
                insert into supplier (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                select 'G-' || n, 'Supplier', 'CN', true, 0, now() from generate_series(0, 1999) n
                """, no);
        run("""
                insert into pair_account (supplier_id, buyer_email)
                select 'G-' || n % 200, 'buyer' || n || '@example.com' from generate_series(0, 1999) n
                """, no);
        run("""
                insert into trade_order (order_no, origin, supplier_id, buyer_email, acknowledged_agreement, acknowledged_export,
                                         created_at, status, contract_version, total, deposit)
                select '8' || lpad(n::text, 13, '0'), o.origin, 'G-' || n % 200, 'buyer' || n % 2000 || '@example.com', true, true,
                       o.created_at, case when n % 20 = 0 then 'DRAFT' else 'COMPLETED' end, 1, o.total, o.deposit
                  from trade_order o, generate_series(1, 20000) n
                 where o.order_no = :no
                """, no);
        run("""
                insert into contract_version (order_no, version, content, author, created_at)
                select o.order_no, 1, jsonb_set(c.content, '{lines,0,product}', to_jsonb('Lamp model ' || right(o.order_no, 5))),
                       c.author, c.created_at
                  from trade_order o, contract_version c
                 where c.order_no = :no and o.supplier_id like 'G-%'
                """, no);
        List.of("supplier", "pair_account", "trade_order", "contract_version")
                .forEach(table -> run("analyze " + table, no));
    }

    private void run(String sql, OrderNo no) {
        var statement = jdbc.sql(sql);
        (sql.contains(":no") ? statement.param("no", no.value()) : statement).update();
    }

    /** How often this transaction has read each table from end to end. */
    private List<String> scans() {
        return jdbc.sql("""
                        select relname || ' ' || seq_scan from pg_stat_xact_user_tables
                         where relname in ('supplier', 'pair_account', 'trade_order', 'contract_version', 'export_order')
                         order by relname
                        """).query(String.class).list();
    }
}
