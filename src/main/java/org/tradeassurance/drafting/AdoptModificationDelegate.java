package org.tradeassurance.drafting;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Adopt modification": the buyer agrees, the proposed version comes into force with both confirmations (AMB-14). */
@Component
class AdoptModificationDelegate implements JavaDelegate {

    private final Orders orders;
    private final ModificationLimits limits;
    private final OperationRecord record;
    private final Clock clock;

    AdoptModificationDelegate(Orders orders, ModificationLimits limits, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.limits = limits;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Orders.StoredVersion proposal = orders.proposal(order);
        limits.requireProposable(order, proposal.contract());
        Order revised = order.revised(proposal.version(), proposal.contract());
        limits.requireProposal(order, revised);
        Order adopted = revised.confirmed(Party.SUPPLIER, proposal.at()).confirmed(Party.BUYER, clock.instant());
        orders.update(adopted);
        record.add(adopted, Fact.MODIFICATION_CONFIRMED, null);
    }
}
