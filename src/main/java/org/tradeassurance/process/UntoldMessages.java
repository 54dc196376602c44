package org.tradeassurance.process;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** A suspended process hears nothing, and to the engine nobody waits then. What it was to be told is kept, and told when it listens again. */
@Component
class UntoldMessages {

    /** The process of the order that waits for the message, but is suspended. */
    private static final String DEAF = """
            select from act_ru_execution p
              join act_ru_execution w on w.proc_inst_id_ = p.id_
              join act_ru_event_subscr s on s.execution_id_ = w.id_
             where p.business_key_ = %s and s.event_type_ = 'message' and s.event_name_ = %s and w.suspension_state_ = 2
            """;

    private record Untold(OrderNo no, String message) {}

    private final JdbcClient jdbc;
    private final Orders orders;
    private final OrderProcess process;
    private final OrderSweep sweep;

    UntoldMessages(JdbcClient jdbc, Orders orders, @Lazy OrderProcess process, OrderSweep sweep) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.process = process;
        this.sweep = sweep;
    }

    /** Keeps what nobody was told, if somebody waits for it who cannot hear. */
    void keep(OrderNo no, String message) {
        jdbc.sql("insert into untold_message (order_no, message) select :orderNo, :message where exists ("
                        + DEAF.formatted(":orderNo", ":message") + ") on conflict do nothing")
                .param("orderNo", no.value())
                .param("message", message)
                .update();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void tell() {
        sweep.each(audible(null).stream().map(Untold::no).distinct().toList(), this::tell);
    }

    /** The same for one order at once, in the caller's transaction. */
    void tell(OrderNo no) {
        audible(no).forEach(this::tell);
    }

    /** Under the order's lock: of several nodes one tells it. */
    private void tell(Untold untold) {
        orders.lock(untold.no());
        boolean mine = jdbc.sql("delete from untold_message where order_no = :orderNo and message = :message")
                        .param("orderNo", untold.no().value())
                        .param("message", untold.message())
                        .update()
                > 0;
        if (mine) {
            process.signalIfWaiting(untold.message(), untold.no());
        }
    }

    private List<Untold> audible(@Nullable OrderNo no) {
        return jdbc.sql("select u.order_no, u.message from untold_message u"
                        + " where (:orderNo::text is null or u.order_no = :orderNo) and not exists ("
                        + DEAF.formatted("u.order_no", "u.message") + ")")
                .param("orderNo", no == null ? null : no.value())
                .query((row, i) -> new Untold(new OrderNo(row.getString("order_no")), row.getString("message")))
                .list();
    }
}
