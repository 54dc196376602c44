package org.tradeassurance.export;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** "Check export service": asks first, then locks the order and writes down what the service said (ELG-09, EXP-01). */
@Component
class CheckExportServiceDelegate implements JavaDelegate {

    private final Orders orders;
    private final ExportModes modes;
    private final ExportService exportService;
    private final OperationRecord record;

    CheckExportServiceDelegate(Orders orders, ExportModes modes, ExportService exportService, OperationRecord record) {
        this.orders = orders;
        this.modes = modes;
        this.exportService = exportService;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order asked = orders.get(new OrderNo(execution.getProcessBusinessKey()));
        List<Contract.Line> lines = modes.of(asked).service();
        boolean accepted = lines.isEmpty() || exportService.accepts(asked.no(), lines);

        Order order = orders.lock(asked.no());
        if (order.agreement().version() != asked.agreement().version()) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        ExportCheck verdict = accepted ? ExportCheck.ALLOWED : ExportCheck.REFUSED;
        orders.update(order.with(order.shipment().checked(verdict)));
        record.add(order, Fact.EXPORT_SERVICE_CHECKED, verdict.name());
        execution.setVariable("exportVerdict", verdict.name());
    }
}
