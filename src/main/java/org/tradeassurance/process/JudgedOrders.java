package org.tradeassurance.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    JudgedOrders(Orders orders, SupplierFacts suppliers, OperationRecord record) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.record = record;
    }

    /** Null where there is none, or it is still being drafted. */
    @Nullable
    Order find(@Nullable OrderNo no) {
        return no == null ? null : orders.find(no).orElse(null);
    }

    Object fact(TableFact fact, @Nullable Order order) {
        return fact.of(order, suppliers);
    }

    void keep(OrderNo no, DecisionTaken decision) {
        record.add(no, decision);
    }
}
