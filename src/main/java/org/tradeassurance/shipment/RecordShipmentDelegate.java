package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** "Record shipment": fixes the ship date, tells the buyer, and says when an unpaid balance is chased (TR-16, TR-17, SHP-03). */
@Component
class RecordShipmentDelegate implements JavaDelegate {

    private final Orders orders;
    private final LinkedExportOrders exportOrders;
    private final CompletionTable completion;
    private final ShipBy shipBy;
    private final OperationRecord record;
    private final Outbox outbox;
    private final OrderProcess process;

    RecordShipmentDelegate(
            Orders orders,
            LinkedExportOrders exportOrders,
            CompletionTable completion,
            ShipBy shipBy,
            OperationRecord record,
            Outbox outbox,
            OrderProcess process) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.completion = completion;
        this.shipBy = shipBy;
        this.record = record;
        this.outbox = outbox;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = withoutProposal(orders.lock(new OrderNo(execution.getProcessBusinessKey())));
        LocalDate shipDate = exportOrders.of(order).shipDate();
        Order shipped = Shipped.ship(order, shipDate, shipBy.onTime(order, shipDate));
        if (shipped.status() == OrderStatus.SHIPPED_AWAITING_BALANCE) {
            shipped = shipped.with(shipped.deadlines().balanceChase(completion.chaseAt(order, shipDate)));
        }
        orders.update(shipped);
        record.add(shipped, Fact.GOODS_SHIPPED, shipDate.toString());
        outbox.mail(order.no(), order.parties().buyer().email(), "goods-shipped");
    }

    /** Once the goods have left, a modification that still waits for the buyer lapses (AMB-14). */
    private Order withoutProposal(Order order) {
        if (order.agreement().proposedVersion() == null) {
            return order;
        }
        process.signalIfWaiting(TradeOrderModel.MESSAGE_MODIFICATION_LAPSED, order.no());
        return orders.lock(order.no());
    }
}
