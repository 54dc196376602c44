package org.tradeassurance.export;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.RemoteTask;
import org.tradeassurance.process.Steps;

/** Asks the export service about products, then locks the order and writes down what it said, if it is still about the same version (ELG-09, EXP-01). */
abstract class ProductCheck extends RemoteTask<ProductCheck.Verdict> {

    private final Orders orders;
    private final ExportService exportService;

    ProductCheck(Steps steps, Orders orders, ExportService exportService) {
        super(steps);
        this.orders = orders;
        this.exportService = exportService;
    }

    /** @param version that was asked for */
    record Verdict(@Nullable Integer version, ExportCheck check) {}

    /** The version whose products are asked for; null if it is gone. */
    abstract @Nullable Integer version(Order order);

    abstract List<Contract.Line> lines(Order order);

    @Override
    protected final Verdict call(OrderNo orderNo) {
        Order asked = orders.get(orderNo);
        List<Contract.Line> lines = lines(asked);
        boolean accepted = lines.isEmpty() || exportService.accepts(orderNo, lines);
        return new Verdict(version(asked), accepted ? ExportCheck.ALLOWED : ExportCheck.REFUSED);
    }

    @Override
    protected final Outcome of(Order order, Verdict verdict) {
        if (!Objects.equals(version(order), verdict.version())) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        return Outcome.of(order.with(order.shipment().checked(verdict.check())))
                .told(Fact.EXPORT_SERVICE_CHECKED, verdict.check())
                .answer("exportVerdict", verdict.check().name());
    }
}
