package org.tradeassurance.process;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.DecisionTaken;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** The orders that tables judge: what is known of them, and where it is kept what the tables said. */
@Component
public class JudgedOrders {

    private final Orders orders;
    private final SupplierFacts suppliers;
    private final OperationRecord record;
    private final Clock clock;

    JudgedOrders(Orders orders, SupplierFacts suppliers, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.record = record;
        this.clock = clock;
    }

    /** Null where there is none, or it is still being drafted. */
    @Nullable
    Order find(@Nullable OrderNo no) {
        return no == null ? null : orders.find(no).orElse(null);
    }

    /** The date whose rules hold: for an order that of its contract's confirmation, for what belongs to no order today. */
    LocalDate rulesDate(@Nullable OrderNo no) {
        Order order = find(no);
        return order == null ? BusinessTime.dateOf(clock.instant()) : order.rulesDate(clock.instant());
    }

    Object fact(TableFact fact, @Nullable Order order) {
        return fact.of(order, suppliers);
    }

    void keep(OrderNo no, DecisionTaken decision) {
        record.add(no, decision);
    }
}
