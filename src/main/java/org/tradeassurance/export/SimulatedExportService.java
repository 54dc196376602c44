package org.tradeassurance.export;

import java.util.List;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OrderNo;

/** The sandbox's export service: it exports everything but products of category {@code EXPORT_REFUSED}, and numbers as the real one. */
class SimulatedExportService implements ExportService {

    private static final String REFUSED_CATEGORY = "EXPORT_REFUSED";

    private final ExportOrders exportOrders;

    SimulatedExportService(ExportOrders exportOrders) {
        this.exportOrders = exportOrders;
    }

    @Override
    public boolean accepts(OrderNo orderNo, List<Contract.Line> lines) {
        return lines.stream().noneMatch(line -> REFUSED_CATEGORY.equals(line.category()));
    }

    @Override
    public String create(String key, OrderNo orderNo, Route route) {
        return exportOrders.nextNumber();
    }
}
