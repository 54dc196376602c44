package org.tradeassurance.drafting;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.Decisions;

/** Asks the table {@code modification-limits} what may still change of a contract, and how (AMB-14). */
@Component
class ModificationLimits {

    private final Decisions decisions;
    private final DateLimits dates;
    private final Clock clock;

    ModificationLimits(Decisions decisions, DateLimits dates, Clock clock) {
        this.decisions = decisions;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Whether a new version replaces the one in force at once or is proposed to the buyer first.
     *
     * @throws Refusal {@code modification-not-allowed} if the table refuses the status or the amounts
     */
    boolean isProposal(Order order, Contract wanted) {
        Decisions.Verdict limit = limit(order);
        if (limit.text("mode").equals("REPLACE")) {
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

    private Decisions.Verdict limit(Order order) {
        return decisions.evaluate(
                order.no(),
                "modification-limits",
                Map.of("status", order.status().name(), "onDate", order.rulesDate(clock.instant())));
    }

    private static void require(Order order, Contract wanted, Decisions.Verdict limit) {
        Money floor =
                limit.text("totalNotBelow").equals("RECEIVED") ? order.funds().held() : Money.ZERO;
        boolean tooLow = floor.exceeds(wanted.amounts().total());
        boolean risen = !limit.yes("depositMayRise")
                && wanted.amounts().deposit().exceeds(order.amounts().deposit());
        if (limit.text("mode").equals("REFUSE") || tooLow || risen) {
            throw new Refusal(
                    Problem.MODIFICATION_NOT_ALLOWED, order.no(), order.status().name());
        }
    }
}
