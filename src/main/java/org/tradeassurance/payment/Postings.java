package org.tradeassurance.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
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
    private final Refunds refunds;
    private final Outbox outbox;
    private final OrderProcess process;
    private final Clock clock;

    Postings(
            Orders orders,
            Remittances remittances,
            OperationRecord operations,
            Refunds refunds,
            Outbox outbox,
            OrderProcess process,
            Clock clock) {
        this.orders = orders;
        this.remittances = remittances;
        this.operations = operations;
        this.refunds = refunds;
        this.outbox = outbox;
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

    /** The same where money waits at all. */
    void announceIfPending(Order order) {
        if (!remittances.pending(order.no()).isEmpty()) {
            announce(order);
        }
    }

    /** Counts all pending money of the order in the order of notification (TOL-05); the order with its new sums. */
    Order post(Order order) {
        Order posted = order;
        for (Remittance remittance : remittances.pending(order.no())) {
            Allocation allocation = Tally.of(posted).allocate(remittance.money());
            remittances.apply(remittance, Leg.of(posted), allocation, clock.instant());
            posted = posted.with(allocation.addedTo(posted.funds()));
            operations.add(posted, Fact.MONEY_POSTED, detail(remittance));
            if (allocation.refund().isPositive()) {
                refunds.due(
                        remittance,
                        allocation.refund(),
                        posted.status() == OrderStatus.COMPLETED ? Refund.Cause.ORDER_COMPLETED : Refund.Cause.SURPLUS,
                        posted);
            }
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
        if (surplus.isZero()) {
            return order;
        }
        move(order, allocations -> Allocation.moveToBalance(allocations, surplus));
        return order.with(order.funds().plus(Money.ZERO.minus(surplus), surplus, Money.ZERO));
    }

    /**
     * An order whose deposit lies in the inbox is not unpaid: nobody closes it, by no way (AMB-29).
     *
     * @throws Refusal {@code deposit-already-posted}
     */
    void requireNoDeposit(Order order) {
        Money deposit =
                remittances.pending(order.no()).stream().map(Remittance::money).reduce(Money.ZERO, Money::plus);
        if (order.status().collectsDeposit() && deposit.isPositive()) {
            throw new Refusal(Problem.DEPOSIT_ALREADY_POSTED, order.no(), deposit);
        }
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
        move(order, allocations -> Allocation.refund(allocations, deposit, balance));
        return order.with(order.funds().plus(Money.ZERO.minus(deposit), Money.ZERO.minus(balance), amount));
    }

    /** Money that the finance desk cannot match goes back to its payer; the order that it was meant for, if known, shows it (AMB-28). */
    void giveBack(Remittance remittance, @Nullable Order order) {
        remittances.giveBack(remittance);
        if (order != null && remittance.isInDollars()) {
            orders.update(order.with(order.funds().plus(Money.ZERO, Money.ZERO, remittance.money())));
        }
        refunds.due(remittance, remittance.money(), Refund.Cause.UNMATCHED, order);
    }

    /**
     * A refund has been paid: it is no longer due. One that was paid before stays as it is.
     *
     * @throws Refusal {@code invalid-field} if the transfer paid another refund already, or is dated before the money came
     */
    void payOut(String refundNo, Refund.Payout payout) {
        Optional<Order> order = refunds.orderOf(refundNo).map(orders::lock);
        Refund refund = refunds.lockDue(refundNo).orElse(null);
        if (refund == null) {
            return;
        }
        refunds.paidBy(payout.reference()).ifPresent(other -> {
            throw Refusal.invalidField("payoutReference", "refund.reference-used", other);
        });
        LocalDate came = remittances.cameOn(refund.remittanceId());
        if (payout.paidOn().isBefore(came)) {
            throw Refusal.invalidField("paidOn", "refund.paid-before-it-came", came.toString());
        }
        refunds.pay(refund, payout);
        remittances.payOut(refund, false);
        order.ifPresent(of -> showPaid(of, refund, payout));
    }

    private void showPaid(Order order, Refund refund, Refund.Payout payout) {
        if (refund.currency().equals(Money.CURRENCY)) {
            Money paid = Money.of(refund.amount());
            orders.update(order.with(order.funds().plus(Money.ZERO, Money.ZERO, Money.ZERO.minus(paid))));
        }
        String detail = "%s: %s %s, %s, %s"
                .formatted(refund.refundNo(), refund.amount(), refund.currency(), payout.reference(), payout.paidOn());
        operations.add(order, Fact.REFUND_PAID, detail);
        outbox.mail(order.no(), order.parties().buyer().email(), "refund-paid", refund.refundNo());
    }

    /**
     * A bank has sent a pay-out back: its refund is due again under its own number, and the credit is no money of the buyer's. What it is
     * less by are the banks' charges (BNK-09). Money that another decision was made about stays as it is.
     *
     * @throws Refusal {@code invalid-field} if no such refund was paid, or not in this currency, or less than came back
     */
    void takeBack(String remittanceId, String refundNo) {
        Optional<Order> order = refunds.orderOf(refundNo).map(orders::lock);
        Remittance credit = remittances.lockUnmatched(remittanceId).orElse(null);
        if (credit == null) {
            return;
        }
        Refund refund = refunds.lockPaid(refundNo)
                .orElseThrow(() -> Refusal.invalidField("returnedRefund", "refund.not-paid", refundNo));
        if (!refund.currency().equals(credit.notification().currency())
                || credit.money().exceeds(Money.of(refund.amount()))) {
            throw Refusal.invalidField(
                    "returnedRefund", "refund.paid-less", refundNo, refund.amount(), refund.currency());
        }
        remittances.payOut(refund, true);
        remittances.become(credit, Remittance.State.RETURNED_PAYOUT, null, refund.orderNo());
        refunds.dueAgain(refund, credit);
        order.ifPresent(of -> showReturned(of, refund, credit));
    }

    private void showReturned(Order order, Refund refund, Remittance credit) {
        if (refund.currency().equals(Money.CURRENCY)) {
            orders.update(order.with(order.funds().plus(Money.ZERO, Money.ZERO, Money.of(refund.amount()))));
        }
        String detail = "%s: %s %s, %s"
                .formatted(
                        refund.refundNo(),
                        refund.amount(),
                        refund.currency(),
                        credit.notification().bankReference());
        operations.add(order, Fact.REFUND_RETURNED, detail);
        outbox.mail(order.no(), order.parties().buyer().email(), "refund-returned", refund.refundNo());
    }

    /** Moves money between the places of an order's remittances, the newest first; what comes due for refund is asked for. */
    private void move(Order order, UnaryOperator<List<Allocation>> change) {
        List<Remittance> newestFirst = new ArrayList<>(applied(order.no()));
        Collections.reverse(newestFirst);
        List<Allocation> moved =
                change.apply(newestFirst.stream().map(Remittance::allocation).toList());
        for (int i = 0; i < moved.size(); i++) {
            Allocation before = newestFirst.get(i).allocation();
            if (!moved.get(i).equals(before)) {
                remittances.move(newestFirst.get(i), moved.get(i));
            }
            Money more = moved.get(i).refund().minus(before.refund());
            if (more.isPositive()) {
                refunds.due(newestFirst.get(i), more, Refund.Cause.DISPUTE, order);
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
