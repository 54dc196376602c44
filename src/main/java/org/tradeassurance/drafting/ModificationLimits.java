package org.tradeassurance.drafting;

import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Question;

/** Asks the table {@code modification-limits} what may still change of a contract, and how (AMB-14). */
@Component
class ModificationLimits {

    @DecisionTable("modification-limits")
    private record Of(OrderStatus status) implements Question<Limit> {}

    private record Limit(Mode mode, Floor totalNotBelow, boolean depositMayRise) {}

    private enum Mode {
        REPLACE,
        PROPOSE,
        REFUSE
    }

    private enum Floor {
        NOTHING,
        RECEIVED
    }

    private final Decisions decisions;
    private final DateLimits dates;

    ModificationLimits(Decisions decisions, DateLimits dates) {
        this.decisions = decisions;
        this.dates = dates;
    }

    /**
     * Whether a new version replaces the one in force at once or is proposed to the buyer first.
     *
     * @throws Refusal {@code modification-not-allowed} if the table refuses the status or the amounts
     */
    boolean isProposal(Order order, Contract wanted) {
        Limit limit = limit(order);
        if (limit.mode() == Mode.REPLACE) {
            return false;
        }
        require(order, wanted, limit);
        return true;
    }

    /** A version that the supplier offers is its confirmation: it is complete, and its ship date is to come. */
    void requireOffer(Order revised) {
        revised.requireConfirmable();
        dates.requireShipDate(revised);
    }

    /** The same for a proposal beside the version in force, whose ship date may stay as it was agreed. */
    void requireProposal(Order inForce, Order revised) {
        revised.requireConfirmable();
        dates.requireShipDate(revised, inForce);
    }

    void requireProposable(Order order, Contract wanted) {
        require(order, wanted, limit(order));
    }

    private Limit limit(Order order) {
        return decisions.of(order, new Of(order.status()));
    }

    private static void require(Order order, Contract wanted, Limit limit) {
        Money floor = limit.totalNotBelow() == Floor.RECEIVED ? order.funds().held() : Money.ZERO;
        boolean tooLow = floor.exceeds(wanted.amounts().total());
        boolean risen = !limit.depositMayRise()
                && wanted.amounts().deposit().exceeds(order.amounts().deposit());
        if (limit.mode() == Mode.REFUSE || tooLow || risen) {
            throw new Refusal(
                    Problem.MODIFICATION_NOT_ALLOWED, order.no(), order.status().name());
        }
    }
}
