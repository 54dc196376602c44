package org.tradeassurance.quota;

import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.Orders;

/** Gives back all that an order still holds of the quota; doing so again changes nothing (QTA-10). */
@Component
class CoverageRelease {

    private final Orders orders;
    private final Quotas quotas;
    private final OperationRecord record;

    CoverageRelease(Orders orders, Quotas quotas, OperationRecord record) {
        this.orders = orders;
        this.quotas = quotas;
        this.record = record;
    }

    /** Releases for an order whose row is locked. */
    void release(Order order) {
        Money held = order.coverage().frozen();
        if (held.isZero()) {
            return;
        }
        quotas.release(order, held, "coverage-ended");
        orders.update(order.with(new Coverage(order.coverage().amount(), Coverage.State.RELEASED)));
        record.add(order, "coverage-released", held.toString());
    }
}
