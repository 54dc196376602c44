package org.tradeassurance.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/**
 * Posts money to orders (挂账): a remittance and its order change together, so that the order's sums are those of its remittances.
 * Callers hold the order's lock.
 */
@Component
public class Postings {

    private final Orders orders;
    private final Remittances remittances;
    private final OperationRecord operations;
    private final OrderProcess process;
    private final Clock clock;

    Postings(Orders orders, Remittances remittances, OperationRecord operations, OrderProcess process, Clock clock) {
        this.orders = orders;
        this.remittances = remittances;
        this.operations = operations;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Lets the order know that money waits for it. Deposit money is counted when the Deposit phase asks for it, and stays pending
     * until then; from the accepted deposit on money counts at once.
     */
    void announce(Order order) {
        if (order.status().collectsDeposit()) {
            process.signalIfWaiting(TradeOrderModel.MESSAGE_DEPOSIT_POSTED, order.no());
        } else if (Leg.of(order) == Leg.BALANCE) {
            post(order);
            if (order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE) {
                process.signalIfWaiting(TradeOrderModel.MESSAGE_BALANCE_POSTED, order.no());
            }
        }
    }

    /** Counts all pending money of the order in the order of notification (TOL-05); the order with its new sums. */
    Order post(Order order) {
        Order posted = order;
        for (Remittance remittance : remittances.pending(order.no())) {
            Allocation allocation = Tally.of(posted).allocate(remittance.money());
            remittances.apply(remittance, Leg.of(posted), allocation, clock.instant());
            posted = posted.with(allocation.addedTo(posted.funds()));
            operations.add(posted, "money-posted", detail(remittance));
        }
        orders.update(posted);
        return posted;
    }

    /** Closes the deposit leg: a surplus moves to the balance, a shortfall is waived (TOL-04). */
    Order acceptDeposit(Order order) {
        Order settled = moveSurplus(order);
        return settled.with(settled.funds().depositAccepted(clock.instant()));
    }

    /** What was received above the agreed deposit becomes balance, the latest money first (TOL-04). */
    Order moveSurplus(Order order) {
        Money surplus = Tally.of(order).surplus();
        move(order.no(), allocations -> Allocation.moveToBalance(allocations, surplus));
        return order.with(order.funds().plus(Money.ZERO.minus(surplus), surplus, Money.ZERO));
    }

    /** Money that an order did not take before it was closed goes to the finance desk, never back to the order by itself (AMB-28). */
    public void suspendPending(OrderNo no) {
        for (Remittance remittance : remittances.pending(no)) {
            remittances.become(remittance, Remittance.State.SUSPENSE, Remittance.Reason.ORDER_CLOSED, no);
            askFinanceDesk(remittance.id());
        }
    }

    /**
     * Money that the order holds becomes due for refund, its deposit before its balance, the latest money first; the caller stores the
     * order (TR-22).
     *
     * @throws IllegalArgumentException if the order holds less
     */
    Order refund(Order order, Money amount) {
        Money deposit = amount.min(order.funds().depositReceived());
        Money balance = amount.minus(deposit);
        if (balance.exceeds(order.funds().balanceReceived())) {
            throw new IllegalArgumentException("Order %s holds less than %s".formatted(order.no(), amount));
        }
        move(order.no(), allocations -> Allocation.refund(allocations, deposit, balance));
        return order.with(order.funds().plus(Money.ZERO.minus(deposit), Money.ZERO.minus(balance), amount));
    }

    /** Moves money between the places of an order's remittances; the newest comes first. */
    private void move(OrderNo no, UnaryOperator<List<Allocation>> change) {
        List<Remittance> newestFirst = new ArrayList<>(applied(no));
        Collections.reverse(newestFirst);
        List<Allocation> moved =
                change.apply(newestFirst.stream().map(Remittance::allocation).toList());
        for (int i = 0; i < moved.size(); i++) {
            if (!moved.get(i).equals(newestFirst.get(i).allocation())) {
                remittances.move(newestFirst.get(i), moved.get(i));
            }
        }
    }

    void askFinanceDesk(String remittanceId) {
        process.start(TradeOrderModel.PROCESS_MATCH_REMITTANCE, remittanceId);
    }

    private List<Remittance> applied(OrderNo no) {
        return remittances.of(no).stream()
                .filter(remittance -> remittance.state() == Remittance.State.APPLIED)
                .toList();
    }

    private static String detail(Remittance remittance) {
        Notification n = remittance.notification();
        return "%s %s, %s, %s".formatted(n.amount().toPlainString(), n.currency(), n.method(), n.bankReference());
    }
}
