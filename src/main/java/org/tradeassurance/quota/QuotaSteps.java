package org.tradeassurance.quota;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;
import org.tradeassurance.quota.CoverageRelease.Event;

/** What the models do with the part of a supplier's quota that is frozen for an order. */
@Configuration(proxyBeanMethods = false)
class QuotaSteps {

    private final Steps steps;

    QuotaSteps(Steps steps) {
        this.steps = steps;
    }

    /** A part of the supplier's quota, in US dollars above zero, is held for the order (QTA-02). */
    record Freeze(Order order, Money amount, String reason) implements Effect {}

    /** A part of what the order holds, in US dollars above zero, is given back (QTA-10). */
    record Release(Order order, Money amount, String reason) implements Effect {}

    /** Whether a release waits for a dispute's decision (QTA-09). */
    record ReleaseWaits(OrderNo no, boolean waits) implements Effect {}

    /** Holds the covered amount of the version that the supplier has committed to, no more and no less (COV-04). */
    @Bean
    OrderTask freezeCoverageQuotaDelegate(CoveredAmount covered) {
        return steps.task((order, given) -> hold(order, covered.of(order)));
    }

    @Bean
    OrderTask releaseCoverageQuotaDelegate() {
        return steps.task((order, given) -> release(order));
    }

    @Bean
    OrderTask stateCoverageFactsDelegate() {
        return steps.task((order, given) -> coverageFacts(order, given.now()));
    }

    /** A release that fell due during a dispute happens now (QTA-09). */
    @Bean
    OrderTask releaseWaitingCoverageDelegate(WaitingReleases waiting) {
        return steps.task((order, given) -> releaseWaiting(order, waiting.has(order.no())));
    }

    /** What the table {@code coverage-release} wants to know of the order. */
    static Outcome coverageFacts(Order order, Instant now) {
        Event event = order.status() == OrderStatus.COMPLETED ? Event.RECEIVED : Event.SHIPPED;
        return Outcome.of(order).answer(CoverageRelease.of(order, event).inputs(order, now));
    }

    /** Freezes or releases the difference to what is held. */
    static Outcome hold(Order order, Money wanted) {
        Money held = order.coverage().frozen();
        Outcome holding = Outcome.of(
                order.with(new Coverage(wanted, wanted.isZero() ? Coverage.State.NONE : Coverage.State.FROZEN)));
        if (wanted.exceeds(held)) {
            return holding.then(new Freeze(order, wanted.minus(held), "coverage"));
        }
        return held.exceeds(wanted) ? holding.then(new Release(order, held.minus(wanted), "coverage")) : holding;
    }

    /**
     * Gives back all that an order still holds of the quota; doing so again changes nothing (QTA-03 to QTA-06, QTA-10). While a dispute freezes
     * the order, the release waits for the decision (QTA-09).
     */
    static Outcome release(Order order) {
        Money held = order.coverage().frozen();
        if (held.isZero()) {
            return Outcome.of(order);
        }
        if (order.progress().frozen()) {
            return Outcome.of(order).then(new ReleaseWaits(order.no(), true));
        }
        return Outcome.of(order.with(new Coverage(order.coverage().amount(), Coverage.State.RELEASED)))
                .told(Fact.COVERAGE_RELEASED, held)
                .then(new Release(order, held, "coverage-ended"));
    }

    /** What waits for the decision of a dispute that is still open goes on waiting. */
    static Outcome releaseWaiting(Order order, boolean waits) {
        return waits && !order.progress().frozen()
                ? release(order).then(new ReleaseWaits(order.no(), false))
                : Outcome.of(order);
    }
}
