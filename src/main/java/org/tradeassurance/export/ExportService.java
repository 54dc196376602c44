package org.tradeassurance.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;

/** The group's export service, One-Touch (ACT-04). A call may be remote: never make one while the order is locked. */
interface ExportService {

    /** Whether the service exports all of these products (ELG-09); asking twice does no harm. */
    boolean accepts(OrderNo orderNo, List<Contract.Line> lines);

    /**
     * Creates an export order and answers its number (EXP-02, EXP-03).
     *
     * @param key the same key again answers the same export order
     */
    String create(String key, OrderNo orderNo, Route route);

    /** Where the goods are declared and where they go, as far as it is known (EXP-04). */
    record Route(@Nullable String port, @Nullable String destination) {

        static Route of(Order order) {
            return new Route(null, order.agreement().contract().shipping().destination());
        }
    }
}
