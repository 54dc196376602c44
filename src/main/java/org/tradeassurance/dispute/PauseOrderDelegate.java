package org.tradeassurance.dispute;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.OrderTimers;

/** "Pause order": the frozen overlay lies on the order, its timers stand still, the other party is told (ST-12, AMB-15). */
@Component
class PauseOrderDelegate implements JavaDelegate {

    private final Orders orders;
    private final Disputes disputes;
    private final OrderTimers timers;
    private final OperationRecord record;
    private final Outbox outbox;
    private final Clock clock;

    PauseOrderDelegate(
            Orders orders, Disputes disputes, OrderTimers timers, OperationRecord record, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.disputes = disputes;
        this.timers = timers;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.progress().frozen()) {
            return; // the dispute goes on: the process starts again
        }
        Dispute dispute = disputes.ofFrozen(order.no());
        orders.update(order.with(order.progress().frozenSince(clock.instant())));
        timers.follow(order.no());
        String asked = dispute.amount() == null ? "" : " " + dispute.amount();
        record.add(order, Fact.DISPUTE_OPENED, dispute.kind() + asked + ": " + dispute.reason());
        outbox.mail(order.no(), otherPartyOf(dispute, order.parties()), "dispute-opened");
    }

    private static String otherPartyOf(Dispute dispute, Order.Parties parties) {
        return dispute.party() == Party.BUYER
                ? parties.supplierId()
                : parties.buyer().email();
    }
}
