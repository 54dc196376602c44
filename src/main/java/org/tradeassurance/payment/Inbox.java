package org.tradeassurance.payment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Tally;
import org.tradeassurance.payment.Remittance.Reason;
import org.tradeassurance.payment.Remittance.State;

/** Takes in every notification of money: once, whatever state its order is in, and never refuses one (PAY-08, TOL-05, AMB-28). */
@Component
class Inbox {

    /** What happens to a remittance when it comes in. */
    private record Verdict(State state, @Nullable Reason reason) {
        static final Verdict TAKEN = new Verdict(State.PENDING, null);
    }

    private final Remittances remittances;
    private final Matching matching;
    private final PaymentMethods methods;
    private final ReturnedPayouts returned;
    private final Postings postings;
    private final Orders orders;
    private final Clock clock;

    Inbox(
            Remittances remittances,
            Matching matching,
            PaymentMethods methods,
            ReturnedPayouts returned,
            Postings postings,
            Orders orders,
            Clock clock) {
        this.remittances = remittances;
        this.matching = matching;
        this.methods = methods;
        this.returned = returned;
        this.postings = postings;
        this.orders = orders;
        this.clock = clock;
    }

    /** Keeps the notification and applies its money where that is possible now; the same notification again changes nothing. */
    Remittance receive(Notification notification) {
        remittances.lockReference(notification.bankReference());
        Map<String, Remittance> known = remittances.under(notification.bankReference());
        Remittance same = known.get(notification.hash());
        return same == null ? take(notification, !known.isEmpty()) : same;
    }

    private Remittance take(Notification notification, boolean referenceReused) {
        Matching.Match match = matching.orderOf(notification);
        Optional<Order> order = Optional.ofNullable(match.order()).map(orders::lock);
        Verdict verdict = referenceReused
                ? new Verdict(State.PARKED, Reason.REFERENCE_REUSED)
                : judge(notification, match, order.orElse(null));
        Optional<OrderNo> no = order.map(Order::no).filter(o -> matching.paidToAccountOf(o, notification.account()));
        Remittance remittance = new Remittance(
                UUID.randomUUID().toString(),
                notification,
                no.orElse(null),
                verdict.state(),
                verdict.reason(),
                clock.instant(),
                null,
                Allocation.NONE);
        remittances.add(remittance);
        if (verdict.state() == State.PENDING) {
            order.ifPresent(postings::announce);
        } else {
            postings.askFinanceDesk(remittance.id());
        }
        return remittances.find(remittance.id()).orElseThrow();
    }

    private Verdict judge(Notification notification, Matching.Match match, @Nullable Order order) {
        if (!notification.currency().equals(Money.CURRENCY)) {
            return new Verdict(State.PARKED, Reason.CURRENCY);
        }
        if (match.several()) {
            return new Verdict(State.SUSPENSE, Reason.SEVERAL_ORDERS);
        }
        if (returned.mayHold(notification, match.order())) {
            return new Verdict(State.SUSPENSE, Reason.RETURNED_PAYOUT);
        }
        if (order == null) {
            return new Verdict(State.SUSPENSE, Reason.UNKNOWN_ORDER);
        }
        if (!matching.paidToAccountOf(order.no(), notification.account())) {
            return new Verdict(State.SUSPENSE, Reason.OTHER_ACCOUNT);
        }
        if (order.isClosed()) {
            return new Verdict(State.SUSPENSE, Reason.ORDER_CLOSED);
        }
        boolean refunded = order.status() == OrderStatus.COMPLETED;
        return refunded || methods.allow(order, Tally.of(order).leg(), notification.method())
                ? Verdict.TAKEN
                : new Verdict(State.PARKED, Reason.METHOD);
    }

    /**
     * The finance desk's decision: the money is this order's, as if it had arrived now. A person has judged its method and account.
     *
     * @throws Refusal if the order cannot take it: it is unknown, closed or frozen by a dispute, or the money is not in dollars
     */
    void assign(String remittanceId, OrderNo no) {
        if (!orders.knows(no)) {
            throw Refusal.invalidField("assignTo", "remittance.order-unknown");
        }
        Order order = orders.lock(no);
        if (order.isClosed()) {
            throw Refusal.invalidField("assignTo", "remittance.order-closed");
        }
        if (order.progress().frozen()) {
            throw new Refusal(Problem.ORDER_FROZEN, no);
        }
        remittances.lockUnmatched(remittanceId).ifPresent(remittance -> {
            if (!remittance.isInDollars()) {
                throw Refusal.invalidField(
                        "decision",
                        "remittance.not-in-dollars",
                        remittance.notification().currency());
            }
            remittances.become(remittance, State.PENDING, null, no);
            postings.announce(order);
        });
    }

    /** The other decision: the money goes back to its payer. */
    void giveBack(String remittanceId) {
        Order order = remittances
                .find(remittanceId)
                .map(Remittance::orderNo)
                .map(orders::lock)
                .orElse(null);
        remittances.lockUnmatched(remittanceId).ifPresent(remittance -> postings.giveBack(remittance, order));
    }
}
