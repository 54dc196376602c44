package org.tradeassurance.quota;

import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.Orders;

/** Gives back all that an order still holds of the quota; doing so again changes nothing (QTA-10). */
@Component
class CoverageRelease {

    private final Orders orders;
    private final Quotas quotas;
    private final WaitingReleases waiting;
    private final OperationRecord record;

    CoverageRelease(Orders orders, Quotas quotas, WaitingReleases waiting, OperationRecord record) {
        this.orders = orders;
        this.quotas = quotas;
        this.waiting = waiting;
        this.record = record;
    }

    /** A release that waits for a decision is off: the date that gave rise to it was wrong. */
    void keep(Order order) {
        if (order.progress().frozen()) {
            waiting.take(order.no());
        }
    }

    /** Releases for an order whose row is locked; while a dispute freezes it, the release waits for the decision (QTA-09). */
    void release(Order order) {
        Money held = order.coverage().frozen();
        if (held.isZero()) {
            return;
        }
        if (order.progress().frozen()) {
            waiting.add(order.no());
            return;
        }
        quotas.release(order, held, "coverage-ended");
        orders.update(order.with(new Coverage(order.coverage().amount(), Coverage.State.RELEASED)));
        record.add(order, Fact.COVERAGE_RELEASED, held.toString());
    }
}
