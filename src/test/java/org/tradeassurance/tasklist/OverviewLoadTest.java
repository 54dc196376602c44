package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.acceptance.AcceptanceTest;

/**
 * How long the overview takes with many orders, a fifth of them with an open task:
 * {@code ./mvnw test-compile surefire:test -Dtest=OverviewLoadTest -Doverview.orders=100000}.
 */
@EnabledIfSystemProperty(named = "overview.orders", matches = "\\d+")
@DirtiesContext
class OverviewLoadTest extends AcceptanceTest {

    private static final int ORDERS = Integer.getInteger("overview.orders", 0);
    private static final int TIMES = 40;

    @Test
    void theOverviewOfManyOrders() {
        supplier(supplier, "CN", "99000000.00", true);
        String unpaid = agreed(draft());
        String paid = paid(draft());
        String presented = opened(draft());
        String completed = completed();
        remit("LOST", "79999999999999", "12000.00", "TT");
        ManyTasks many = new ManyTasks(jdbc, List.of("supplier-desk", "buyer-desk", "li", "wang"));
        measure("few orders");
        many.copyOrder(unpaid, ORDERS / 20);
        many.copyOrder(paid, ORDERS / 20);
        many.copyOrder(presented, ORDERS / 10);
        copyRow(completed, ORDERS * 4 / 5);
        jdbc.sql(
                        "update trade_order set status_since = created_at + random() * interval '5 days', total = total + 1 where order_no > '9'")
                .update();
        jdbc.sql("vacuum analyze").update();
        System.out.println(jdbc.sql("select status, count(*) from trade_order group by 1")
                .query()
                .listOfRows());
        System.out.println("open tasks "
                + jdbc.sql("select count(*) from act_ru_task").query(Long.class).single());
        measure("%d orders".formatted(ORDERS));
        // The copies of completed orders lack their money.
        ok(platform.post("/sandbox/reset", "{}"));
    }

    private String completed() {
        String no = paid(draft());
        until("2015-11-10T09:00:00");
        shipped(no, "2015-11-10");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));
        return no;
    }

    private void copyRow(String no, int copies) {
        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns
                         where table_name = 'trade_order' and is_generated = 'NEVER' and column_name not in ('order_no', 'created_at')
                        """).query(String.class).list();
        String names = columns.stream().map(name -> "t." + name).collect(Collectors.joining(", "));
        jdbc.sql(
                        "insert into trade_order (order_no, created_at, %s) select '8' || lpad(n::text, 13, '0'), created_at - n * interval '1 minute', %s"
                                        .formatted(String.join(", ", columns), names)
                                + " from trade_order t cross join generate_series(1, :copies) n where order_no = :no")
                .param("copies", copies)
                .param("no", no)
                .update();
    }

    private void measure(String of) {
        for (String call :
                List.of("/overview", "/overview/tasks", "/overview/radar", "/overview/trend", "/orders/counters")) {
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                assertThat(platform.get(call).status()).isEqualTo(200);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(times);
            System.out.printf(
                    "%s: %s median %.0f ms, p95 %.0f ms%n", of, call, times[TIMES / 2], times[TIMES * 95 / 100]);
        }
    }
}
