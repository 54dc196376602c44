package org.tradeassurance.export;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Steps;

/** "Check export service": asks about the products of the version in force. */
@Component
class CheckExportServiceDelegate extends ProductCheck {

    private final ExportModes modes;

    CheckExportServiceDelegate(Steps steps, Orders orders, ExportModes modes, ExportService exportService) {
        super(steps, orders, exportService);
        this.modes = modes;
    }

    @Override
    Integer version(Order order) {
        return order.agreement().version();
    }

    @Override
    List<Contract.Line> lines(Order order) {
        return modes.of(order).service();
    }
}
