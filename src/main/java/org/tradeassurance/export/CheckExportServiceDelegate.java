package org.tradeassurance.export;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;

/** "Check export service": asks about the products of the version in force. */
@Component
class CheckExportServiceDelegate extends ProductCheck {

    private final ExportModes modes;

    CheckExportServiceDelegate(Orders orders, ExportModes modes, ExportService exportService, OperationRecord record) {
        super(orders, exportService, record);
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
