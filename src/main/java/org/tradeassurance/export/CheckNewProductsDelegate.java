package org.tradeassurance.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Steps;

/** "Check new products": asks about the products that a proposal brings (AMB-14). */
@Component
class CheckNewProductsDelegate extends ProductCheck {

    private final Orders orders;
    private final ExportModes modes;

    CheckNewProductsDelegate(Steps steps, Orders orders, ExportModes modes, ExportService exportService) {
        super(steps, orders, exportService);
        this.orders = orders;
        this.modes = modes;
    }

    @Override
    @Nullable
    Integer version(Order order) {
        return order.agreement().proposedVersion();
    }

    @Override
    List<Contract.Line> lines(Order order) {
        return modes.newToService(order, orders.proposal(order).contract());
    }
}
