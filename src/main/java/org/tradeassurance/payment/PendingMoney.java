package org.tradeassurance.payment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderSweep;

/** No money stays in the inbox while its order waits for it: whatever came between the two, it is announced again. */
@Component
class PendingMoney {

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Postings postings;
    private final OrderSweep sweep;

    PendingMoney(JdbcClient jdbc, Orders orders, Postings postings, OrderSweep sweep) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.postings = postings;
        this.sweep = sweep;
    }

    /** Under each order's lock, where it finds nothing more to announce if another node was faster. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void announce() {
        List<OrderNo> waiting = jdbc.sql("""
                        select distinct r.order_no
                          from remittance r
                          join act_ru_execution p on p.business_key_ = r.order_no
                          join act_ru_execution w on w.proc_inst_id_ = p.id_
                          join act_ru_event_subscr s on s.execution_id_ = w.id_
                         where r.state = 'PENDING' and s.event_name_ = 'deposit-posted' and w.suspension_state_ = 1
                           and not exists (select from untold_message u where u.order_no = r.order_no and u.message = s.event_name_)
                        """)
                .query((row, i) -> new OrderNo(row.getString("order_no")))
                .list();
        sweep.each(waiting, no -> postings.announceIfPending(orders.lock(no)));
    }
}
