package org.tradeassurance.process.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** What is wrong with the process of an order, if anything: view {@code order_process_fault}. */
@Component
public class ProcessFaults {

    /** The process is gone, stands still, or waits where another status would. */
    public enum Fault {
        MISSING,
        SUSPENDED,
        ELSEWHERE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessFaults(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A completed order that holds no quota may lack its process, but not while parties may still comment. */
    public Optional<Fault> of(Order order) {
        return of(order.no())
                .or(() -> mayBeCommented(order) && !runs(order.no()) ? Optional.of(Fault.MISSING) : Optional.empty());
    }

    private boolean mayBeCommented(Order order) {
        Deadlines deadlines = order.deadlines();
        Instant due = deadlines.replyDueAt() == null ? deadlines.feedbackDueAt() : deadlines.replyDueAt();
        return order.status() == OrderStatus.COMPLETED
                && due != null
                && clock.instant().isBefore(due);
    }

    private boolean runs(OrderNo no) {
        return jdbc.sql("select exists (select from act_ru_execution where business_key_ = :orderNo)")
                .param("orderNo", no.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Fault> of(OrderNo no) {
        return jdbc.sql("select fault from order_process_fault where order_no = :orderNo")
                .param("orderNo", no.value())
                .query(String.class)
                .optional()
                .map(Fault::valueOf);
    }

    /** Why an order does not do what its status allows. */
    public Optional<Refusal> refusal(OrderNo no) {
        return of(no).map(fault -> new Refusal(Problem.ORDER_HALTED, no, fault.name()));
    }
}
