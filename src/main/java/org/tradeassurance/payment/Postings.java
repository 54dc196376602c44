package org.tradeassurance.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Tally;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The ways in which money comes to an order or leaves it other than by its own process. Callers hold the order's lock. */
@Component
public class Postings {

    private final Orders orders;
    private final Outcomes outcomes;
    private final Remittances remittances;
    private final Refunds refunds;
    private final OrderProcess process;
    private final Clock clock;

    Postings(
            Orders orders,
            Outcomes outcomes,
            Remittances remittances,
            Refunds refunds,
            OrderProcess process,
            Clock clock) {
        this.orders = orders;
        this.outcomes = outcomes;
        this.remittances = remittances;
        this.refunds = refunds;
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
        } else if (Tally.of(order).leg() == Leg.BALANCE) {
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

    private void post(Order order) {
        outcomes.carryOut(Posting.post(order, remittances.pending(order.no()), clock.instant()));
    }

    @EventListener
    void on(Posting.Suspended suspended) {
        Remittance remittance = suspended.remittance();
        remittances.become(remittance, Remittance.State.SUSPENSE, suspended.reason(), suspended.no());
        askFinanceDesk(remittance.id());
    }

    /** Money that the finance desk cannot match goes back to its payer; the order that it was meant for, if known, shows it (AMB-28). */
    void giveBack(Remittance remittance, @Nullable Order order) {
        remittances.giveBack(remittance);
        if (order != null && remittance.isInDollars()) {
            outcomes.carryOut(Outcome.of(order.with(order.funds().plus(Money.ZERO, Money.ZERO, remittance.money()))));
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
        Money paid = inDollars(refund);
        String detail = "%s: %s %s, %s, %s"
                .formatted(refund.refundNo(), refund.amount(), refund.currency(), payout.reference(), payout.paidOn());
        outcomes.carryOut(Outcome.of(order.with(order.funds().plus(Money.ZERO, Money.ZERO, Money.ZERO.minus(paid))))
                .told(Fact.REFUND_PAID, detail)
                .then(SendMail.toBuyer(order, "refund-paid", refund.refundNo())));
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
        String detail = "%s: %s %s, %s"
                .formatted(
                        refund.refundNo(),
                        refund.amount(),
                        refund.currency(),
                        credit.notification().bankReference());
        outcomes.carryOut(Outcome.of(order.with(order.funds().plus(Money.ZERO, Money.ZERO, inDollars(refund))))
                .told(Fact.REFUND_RETURNED, detail)
                .then(SendMail.toBuyer(order, "refund-returned", refund.refundNo())));
    }

    /** An order's sums are in US dollars: what is refunded in another currency is no part of them. */
    private static Money inDollars(Refund refund) {
        return refund.currency().equals(Money.CURRENCY) ? Money.of(refund.amount()) : Money.ZERO;
    }

    void askFinanceDesk(String remittanceId) {
        process.start(TradeOrderModel.PROCESS_MATCH_REMITTANCE, remittanceId);
    }
}
