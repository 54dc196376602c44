package org.tradeassurance.process;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/**
 * Who waits for a message, and whether the order's processes can hear it: none does while one of them is suspended, for what it hears
 * would stop half-way. What they were to be told is kept, and told when they listen again. So is what a process has failed over: it is told
 * once an hour, and as soon as the order is moved to another model.
 */
@Component
public class UntoldMessages {

    /** The executions of an order that wait for a message, and whether it is deaf. */
    private static final String WAITS = """
            select s.execution_id_ as execution,
                   exists (select from act_ru_execution d where d.business_key_ = p.business_key_ and d.suspension_state_ = 2) as deaf
              from act_ru_execution p
              join act_ru_execution w on w.proc_inst_id_ = p.id_
              join act_ru_event_subscr s on s.execution_id_ = w.id_
             where p.business_key_ = %s and s.event_type_ = 'message' and s.event_name_ = %s
            """;

    private static final Duration BETWEEN_FAILURES = Duration.ofHours(1);

    private record Wait(String execution, boolean deaf) {}

    private record Untold(OrderNo no, String message) {}

    private final JdbcClient jdbc;
    private final Orders orders;
    private final OrderProcess process;
    private final FactsNotTaken notTaken;
    private final Clock clock;
    private final OrderSweep sweep;

    UntoldMessages(
            JdbcClient jdbc,
            Orders orders,
            @Lazy OrderProcess process,
            FactsNotTaken notTaken,
            Clock clock,
            OrderSweep sweep) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.process = process;
        this.notTaken = notTaken;
        this.clock = clock;
        this.sweep = sweep;
    }

    /** The executions to be told; none if the order cannot hear, which is told later then. */
    List<String> hearing(OrderNo no, String message) {
        List<Wait> waits = jdbc.sql(WAITS.formatted(":orderNo", ":message"))
                .param("orderNo", no.value())
                .param("message", message)
                .query((row, i) -> new Wait(row.getString("execution"), row.getBoolean("deaf")))
                .list();
        if (waits.stream().noneMatch(Wait::deaf)) {
            return waits.stream().map(Wait::execution).toList();
        }
        keep(no, message);
        return List.of();
    }

    private void keep(OrderNo no, String message) {
        jdbc.sql("insert into untold_message (order_no, message) values (:orderNo, :message) on conflict do nothing")
                .param("orderNo", no.value())
                .param("message", message)
                .update();
    }

    /** Keeps what the process has failed over a moment ago, instead of telling it. */
    boolean keptNow(OrderNo no, String message) {
        return notTaken.keptNow(no, message);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void tell() {
        sweep.each(audible(null).stream().map(Untold::no).distinct().toList(), this::tell);
    }

    /** What the order's process has failed over is told again in a moment. */
    public void tellSoon(OrderNo no) {
        jdbc.sql("update untold_message set failed_at = null where order_no = :orderNo")
                .param("orderNo", no.value())
                .update();
    }

    /** The same for one order at once, in the caller's transaction. */
    public void tell(OrderNo no) {
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
            notTaken.toldAgain(untold.no(), untold.message());
            process.signalIfWaiting(untold.message(), untold.no());
        }
    }

    private List<Untold> audible(@Nullable OrderNo no) {
        return jdbc.sql("select u.order_no, u.message from untold_message u"
                        + " where (u.order_no = :orderNo"
                        + " or :orderNo::text is null and (u.failed_at is null or u.failed_at <= :before))"
                        + " and not exists (select from ("
                        + WAITS.formatted("u.order_no", "u.message") + ") w where w.deaf)")
                .param("orderNo", no == null ? null : no.value())
                .param("before", clock.instant().minus(BETWEEN_FAILURES).atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Untold(new OrderNo(row.getString("order_no")), row.getString("message")))
                .list();
    }
}
