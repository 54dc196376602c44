package org.tradeassurance.process;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderChanged;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.engine.EngineCalls;

/** The timers of an order, its phases included: they stand still while a dispute freezes it (AMB-15). */
@Component
public class OrderTimers {

    private static final int TRIES = 3;

    /** @param own dated by a row of a table that only its model asks for ({@link OrderDates}) */
    private record Timer(String job, boolean frozen, boolean own) {}

    private final JdbcClient jdbc;
    private final Orders orders;
    private final OrderSweep sweep;
    private final ManagementService management;
    private final EngineCalls calls;

    OrderTimers(
            JdbcClient jdbc,
            Orders orders,
            @Lazy OrderSweep sweep,
            @Lazy ManagementService management,
            @Lazy EngineCalls calls) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.sweep = sweep;
        this.management = management;
        this.calls = calls;
    }

    /** Makes the timers what the stored row says: of a frozen order none runs; else those that stood still run to their deadline in the row. */
    public void follow(OrderNo no) {
        calls.as(Account.current(), () -> {
            for (Timer timer : timers(no)) {
                JobEntity job = Context.getCommandContext().getJobManager().findJobById(timer.job());
                if (job != null && timer.frozen()) {
                    job.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
                } else if (job != null && job.isSuspended()) {
                    job.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
                    management.recalculateJobDuedate(job.getId(), false);
                }
            }
        });
    }

    /** Dates that count from one that has moved, as the stored row has it now; those of a frozen order follow when it goes on. */
    void followOwn(OrderNo no) {
        List<Timer> own = timers(no).stream()
                .filter(timer -> timer.own() && !timer.frozen())
                .toList();
        calls.as(Account.current(), () -> own.forEach(timer -> management.recalculateJobDuedate(timer.job(), false)));
    }

    /** What was given up is tried again: what fell due while the order stood still has failed over that. */
    public void tryAgain(OrderNo no) {
        List<String> givenUp =
                jdbc.sql("""
                        select j.id_
                          from act_ru_execution e
                          join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
                         where e.business_key_ = :orderNo and j.retries_ = 0
                        """).param("orderNo", no.value()).query(String.class).list();
        calls.as(Account.current(), () -> givenUp.forEach(job -> management.setJobRetries(job, TRIES)));
    }

    @EventListener
    void on(FollowTimers follow) {
        follow(follow.no());
    }

    /** What happens to a frozen order, such as money, may start new timers: they stand still before anybody sees them. */
    @EventListener
    void on(OrderChanged change) {
        if (change.frozen() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    follow(change.no());
                }
            });
        }
    }

    /** Whoever activates a frozen order by hand lets its timers run: they stand still again before they ask the order for what is not due. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void standStill() {
        List<OrderNo> running = jdbc.sql("""
                        select distinct o.order_no
                          from trade_order o
                          join act_ru_execution e on e.business_key_ = o.order_no
                          join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
                         where o.frozen_at is not null and j.type_ = 'timer' and j.suspension_state_ = :active
                           and j.process_def_key_ <> :dispute
                        """)
                .param("active", SuspensionState.ACTIVE.getStateCode())
                .param("dispute", TradeOrderModel.PROCESS_HANDLE_DISPUTE)
                .query((row, i) -> new OrderNo(row.getString("order_no")))
                .list();
        sweep.each(running, no -> {
            orders.lock(no);
            follow(no);
        });
    }

    private List<Timer> timers(OrderNo no) {
        return jdbc.sql("""
                        select j.id_, o.frozen_at is not null as frozen, d.job_configuration_ like '%deadline.of(%' as own
                          from trade_order o
                          join act_ru_execution e on e.business_key_ = o.order_no
                          join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
                          left join act_ru_jobdef d on d.id_ = j.job_def_id_
                         where o.order_no = :orderNo and j.type_ = 'timer' and j.process_def_key_ <> :dispute
                        """)
                .param("orderNo", no.value())
                .param("dispute", TradeOrderModel.PROCESS_HANDLE_DISPUTE)
                .query((row, i) -> new Timer(row.getString("id_"), row.getBoolean("frozen"), row.getBoolean("own")))
                .list();
    }
}
