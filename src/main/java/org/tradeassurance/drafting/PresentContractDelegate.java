package org.tradeassurance.drafting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Present contract": the other side's turn to confirm; the buyer gets the order information by mail (TR-01, ELG-07). */
@Component
class PresentContractDelegate implements JavaDelegate {

    private final Orders orders;
    private final OperationRecord record;
    private final Outbox outbox;

    PresentContractDelegate(Orders orders, OperationRecord record, Outbox outbox) {
        this.orders = orders;
        this.record = record;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        boolean toBuyer = order.parties().origin().draftedBy() == Party.SUPPLIER;
        Order presented = order.with(order.shipment().checked(ExportCheck.ALLOWED))
                .become(toBuyer ? OrderStatus.AWAITING_BUYER_CONFIRM : OrderStatus.AWAITING_SUPPLIER_CONFIRM);
        orders.update(presented);
        record.add(presented, Fact.CONTRACT_PRESENTED, null);
        if (toBuyer) {
            outbox.invite(presented);
        }
    }
}
