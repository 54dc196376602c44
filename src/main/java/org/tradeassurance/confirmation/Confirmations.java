package org.tradeassurance.confirmation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.DateLimits;

/** Records that a party has confirmed the version in force (TR-02 to TR-05); it confirms nothing that is not complete (NEG-03) or should have shipped already. */
@Component
class Confirmations {

    private final Orders orders;
    private final DateLimits dates;
    private final OperationRecord record;
    private final Clock clock;

    Confirmations(Orders orders, DateLimits dates, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.dates = dates;
        this.record = record;
        this.clock = clock;
    }

    void record(Order order, Party party) {
        order.requireConfirmable();
        dates.requireShipDate(order);
        Order confirmed = order.confirmed(party, clock.instant());
        if (order.status() == OrderStatus.NEGOTIATING) {
            confirmed = confirmed.become(
                    party == Party.BUYER ? OrderStatus.AWAITING_SUPPLIER_CONFIRM : OrderStatus.AWAITING_BUYER_CONFIRM);
        }
        orders.update(confirmed);
        record.add(confirmed, Fact.CONTRACT_CONFIRMED, party.name());
    }
}
