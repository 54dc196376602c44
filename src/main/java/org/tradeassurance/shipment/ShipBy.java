package org.tradeassurance.shipment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderFacts;

/** Asked as {@code shipBy} by orders whose models are older than the end of the ship date in the order's row. */
@Component
public class ShipBy {

    private final OrderFacts facts;

    ShipBy(OrderFacts facts) {
        this.facts = facts;
    }

    public java.util.@Nullable Date midnight(String orderNo) {
        return facts.shipByMidnight(orderNo);
    }
}
