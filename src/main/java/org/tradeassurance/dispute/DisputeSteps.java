package org.tradeassurance.dispute;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FollowTimers;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Pause;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.Steps;
import org.tradeassurance.process.Tell;
import org.tradeassurance.process.TradeOrderModel;

/** What {@code handle-dispute} does. */
@Configuration(proxyBeanMethods = false)
class DisputeSteps {

    private final Steps steps;

    DisputeSteps(Steps steps) {
        this.steps = steps;
    }

    /** A dispute begins. */
    record Opened(
            OrderNo no,
            Dispute.Kind kind,
            Party party,
            @Nullable Money amount,
            String reason,
            Instant at) implements Effect {}

    /** The dispute is kept with its decision. */
    record Decided(Dispute dispute, Decision decision, String reason, Instant at) implements Effect {}

    /** A step for models: it puts the order into the hands of the assurance desk, for the reason that the model gives; both parties are told. */
    @Bean
    OrderTask openDisputeDelegate() {
        return steps.task((order, given) -> {
            Party party = Objects.requireNonNullElse(given.word("party", Party.class), Party.BUYER);
            return dispute(order, party, Reason.of(given.text("reason")), given.now());
        });
    }

    @Bean
    OrderTask pauseOrderDelegate(Disputes disputes) {
        return steps.task((order, given) -> pause(order, disputes.ofFrozen(order.no()), given.now()));
    }

    @Bean
    OrderTask recordDisputeDecisionDelegate(Disputes disputes) {
        return steps.task((order, given) -> {
            Decision decision = Decision.of(order, Dispute.Outcome.of(given.text("decision")), given.text("refund"));
            String reason = Reason.of(given.text("reason"));
            return decide(order, new Decided(disputes.ofFrozen(order.no()), decision, reason, given.now()));
        });
    }

    /** Deadlines and timers go on with the time that was left (AMB-15). */
    @Bean
    OrderTask resumeOrderDelegate(Pause pause) {
        return steps.task((order, given) -> resume(pause.end(order, given.now()), given.number("grantedCents") > 0));
    }

    /**
     * A party asks for a decision; the order's process pauses the order (TR-21, TR-22).
     *
     * @throws Refusal {@code illegal-transition} if there is nothing that could be refunded
     */
    static Outcome open(Order order, Opened opened) {
        if (opened.kind() == Dispute.Kind.REFUND && !order.status().mayBeRefunded()) {
            throw new Refusal(
                    Problem.ILLEGAL_TRANSITION, order.no(), order.status().name(), Dispute.Kind.COMPLAINT);
        }
        return Outcome.of(order)
                .then(opened)
                .then(new Tell(order.no(), TradeOrderModel.MESSAGE_DISPUTE_OPENED, Map.of()));
    }

    /** An order that is disputed already is in these hands. */
    static Outcome dispute(Order order, Party party, String reason, Instant now) {
        if (order.progress().frozen()) {
            return Outcome.of(order);
        }
        return open(order, new Opened(order.no(), Dispute.Kind.COMPLAINT, party, null, reason, now))
                .then(
                        party == Party.BUYER
                                ? SendMail.toBuyer(order, "dispute-opened")
                                : SendMail.toSupplier(order, "dispute-opened"));
    }

    /** The frozen overlay lies on the order, its timers stand still, the other party is told (ST-12, AMB-15). */
    static Outcome pause(Order order, Dispute dispute, Instant now) {
        if (order.progress().frozen()) {
            return Outcome.of(order); // the dispute goes on: the process starts again
        }
        String asked = dispute.amount() == null ? "" : " " + dispute.amount();
        return Outcome.of(order.with(order.progress().frozenSince(now)))
                .told(Fact.DISPUTE_OPENED, dispute.kind() + asked + ": " + dispute.reason())
                .then(new FollowTimers(order.no()))
                .then(
                        dispute.party() == Party.BUYER
                                ? SendMail.toSupplier(order, "dispute-opened")
                                : SendMail.toBuyer(order, "dispute-opened"));
    }

    /** Both parties are told; an order that the decision closes is no longer frozen (TR-22). */
    static Outcome decide(Order order, Decided decided) {
        Decision decision = decided.decision();
        return Outcome.of(decision.closes() ? order.with(order.progress().frozenSince(null)) : order)
                .told(Fact.DISPUTE_DECIDED, decision.outcome() + " " + decision.granted() + ": " + decided.reason())
                .then(decided)
                .then(SendMail.toBuyer(order, "dispute-decided"))
                .then(SendMail.toSupplier(order, "dispute-decided"))
                .answer("orderGoesOn", !decision.closes())
                .answer("grantedCents", decision.granted().cents());
    }

    /**
     * A leg that money has left is tallied again (TR-22, TOL-05): what is asked of the supplier, to accept a short payment, was asked of the
     * money before the refund.
     */
    static Outcome resume(Order order, boolean granted) {
        Outcome resumed = Outcome.of(order).told(Fact.ORDER_RESUMED).then(new FollowTimers(order.no()));
        if (granted && order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM) {
            return resumed.then(new Signal(order.no(), TradeOrderModel.MESSAGE_DEPOSIT_POSTED));
        }
        return granted && order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE
                ? resumed.then(new Signal(order.no(), TradeOrderModel.MESSAGE_BALANCE_POSTED))
                : resumed;
    }
}
