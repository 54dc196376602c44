package org.tradeassurance.order;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many orders wait where (UI-03), for whoever asks. The database adds to the counters what each change of an order changes, in the
 * same transaction; here they are read, and what has gathered is summed up (decision 0033).
 */
@Component
class OrderCounters {

    private static final int GATHERED = 100;

    private final JdbcClient jdbc;

    OrderCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The counters of UI-03. */
    record Counters(
            long allNewOrders,
            long waitConfirm,
            long disputeFrozen,
            long awaitingPayment,
            long receiptingShipment,
            long pendingShipment) {

        private static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);
    }

    Counters read() {
        return jdbc.sql("select * from order_counter_sum where scope = :scope")
                .param("scope", scope(Account.current()))
                .query(Counters.class)
                .optional()
                .orElse(Counters.NONE);
    }

    /** As the orders that an account may see ({@link Orders#VISIBLE}). */
    private static String scope(Account account) {
        if (account.supplierId() != null) {
            return "supplier " + account.supplierId();
        }
        return account.buyerEmail() == null ? "all" : "buyer " + account.buyerEmail();
    }

    /** Several nodes may do so at once: each row is taken away by one of them, and nobody sees less than both. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void sumUp() {
        jdbc.sql("""
                        with gathered as (select scope from order_counter group by scope having count(*) > :gathered),
                             taken as (delete from order_counter where scope in (select scope from gathered) returning *)
                        insert into order_counter
                        select scope, sum(all_new_orders), sum(wait_confirm), sum(dispute_frozen), sum(awaiting_payment),
                               sum(receipting_shipment), sum(pending_shipment)
                          from taken
                         group by scope
                        """).param("gathered", GATHERED).update();
    }
}
