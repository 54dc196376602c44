package org.tradeassurance.payment;

import static org.tradeassurance.process.TradeOrderModel.MESSAGE_DEPOSIT_POSTED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.shipment.ShipBy;

/** "Review deposit": a modified contract is tallied again, or, the deposit once accepted, moves its surplus and the ship date (TR-14). */
@Component
class ReviewDepositDelegate implements JavaDelegate {

    private final Orders orders;
    private final Postings postings;
    private final ShipBy shipBy;
    private final OrderProcess process;

    ReviewDepositDelegate(Orders orders, Postings postings, ShipBy shipBy, OrderProcess process) {
        this.orders = orders;
        this.postings = postings;
        this.shipBy = shipBy;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.status() == OrderStatus.AWAITING_SHIPMENT) {
            Order reviewed = postings.moveSurplus(order);
            Order dated = reviewed.with(reviewed.shipment().agreed(Agreed.shipDate(reviewed)));
            orders.update(dated);
            process.moveChase(order.no(), Chase.LATE_SHIPMENT, shipBy.end(dated));
        } else {
            process.signalIfWaiting(MESSAGE_DEPOSIT_POSTED, order.no());
        }
    }
}
