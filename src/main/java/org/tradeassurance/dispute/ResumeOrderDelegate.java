package org.tradeassurance.dispute;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.OrderTimers;
import org.tradeassurance.process.Pause;
import org.tradeassurance.process.TradeOrderModel;

/** "Resume order": deadlines and timers go on with the time that was left (AMB-15), and a leg that money has left is tallied again (TR-22, TOL-05). */
@Component
class ResumeOrderDelegate implements JavaDelegate {

    private final Orders orders;
    private final OrderTimers timers;
    private final OrderProcess process;
    private final OperationRecord record;
    private final Pause pause;
    private final Clock clock;

    ResumeOrderDelegate(
            Orders orders, OrderTimers timers, OrderProcess process, OperationRecord record, Pause pause, Clock clock) {
        this.orders = orders;
        this.timers = timers;
        this.process = process;
        this.record = record;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        orders.update(pause.end(order, clock.instant()));
        timers.follow(order.no());
        record.add(order, Fact.ORDER_RESUMED, null);
        if ((Long) execution.getVariable("grantedCents") > 0) {
            tallyAgain(order);
        }
    }

    /** What is asked of the supplier, to accept a short payment, was asked of the money before the refund. */
    private void tallyAgain(Order order) {
        if (order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM) {
            process.signalIfWaiting(TradeOrderModel.MESSAGE_DEPOSIT_POSTED, order.no());
        } else if (order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE) {
            process.signalIfWaiting(TradeOrderModel.MESSAGE_BALANCE_POSTED, order.no());
        }
    }
}
