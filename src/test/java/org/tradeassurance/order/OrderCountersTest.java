package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.SampleOrder;

/** UI-03: the counters are what a count would say, at the cost of none. */
@SpringBootTest
@Transactional
class OrderCountersTest {

    private static final String BUYER = "counted@example.com";

    @Autowired
    Orders orders;

    @Autowired
    OrderCounters counters;

    @Autowired
    JdbcClient jdbc;

    private OrderCounters.Counters before = new OrderCounters.Counters(0, 0, 0, 0, 0, 0);

    @BeforeEach
    void countBefore() {
        before = counters.read();
    }

    private long pending() {
        assertThat(faults()).isZero();
        return counters.read().pendingShipment() - before.pendingShipment();
    }

    private long faults() {
        return jdbc.sql("select count(*) from inv_order_counter_is_the_count")
                .query(Long.class)
                .single();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private OrderNo added() {
        OrderNo no = orders.nextNumber();
        Order order = new SampleOrder(no, Instant.parse("2015-11-27T01:00:00Z"))
                .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00");
        orders.add(order, Party.SUPPLIER);
        return no;
    }

    @Test
    @DisplayName("UI-03: orders that come, change, freeze and go are counted once, for all and for their parties")
    void theCountersFollowTheOrders() {
        OrderNo no = added();
        assertThat(pending()).isEqualTo(1);
        run("insert into pair_account (supplier_id, buyer_email) values ('S-1001', '" + BUYER + "')");
        run("update trade_order set buyer_email = '%s' where order_no = '%s'".formatted(BUYER, no));
        run("update trade_order set frozen_at = now() where order_no = '%s'".formatted(no));
        assertThat(pending()).isEqualTo(1);
        assertThat(counters.read().disputeFrozen() - before.disputeFrozen()).isEqualTo(1);
        run("update trade_order set status = 'AWAITING_RECEIPT', frozen_at = null where order_no = '%s'".formatted(no));
        assertThat(pending()).isZero();
        assertThat(counters.read().receiptingShipment() - before.receiptingShipment())
                .isEqualTo(1);
    }

    @Test
    void whatGathersIsSummedUpAndTheSumsStay() {
        IntStream.range(0, 120).forEach(n -> added());
        long sum = pending();
        counters.sumUp();
        assertThat(jdbc.sql("select count(*) from order_counter where scope = 'all'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(pending()).isEqualTo(sum).isEqualTo(120);
    }

    @Test
    void aCounterThatIsNotTheCountIsAFault() {
        added();
        run("update order_counter set pending_shipment = pending_shipment + 1 where scope = 'all'");
        assertThat(faults()).isEqualTo(1);
    }
}
