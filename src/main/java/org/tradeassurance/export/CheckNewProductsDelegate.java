package org.tradeassurance.export;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.RemoteTask;

/** "Check new products": asks about the products that a proposal brings, then writes down what the service said (ELG-09, EXP-01). */
@Component
class CheckNewProductsDelegate extends RemoteTask<CheckNewProductsDelegate.Verdict> {

    private final Orders orders;
    private final ExportModes modes;
    private final ExportService exportService;
    private final OperationRecord record;

    CheckNewProductsDelegate(Orders orders, ExportModes modes, ExportService exportService, OperationRecord record) {
        this.orders = orders;
        this.modes = modes;
        this.exportService = exportService;
        this.record = record;
    }

    /** @param version of the proposal that was asked for */
    record Verdict(int version, ExportCheck check) {}

    @Override
    protected Verdict call(OrderNo orderNo) {
        Order asked = orders.get(orderNo);
        Orders.StoredVersion proposal = orders.proposal(asked);
        List<Contract.Line> lines = modes.newToService(asked, proposal.contract());
        boolean accepted = lines.isEmpty() || exportService.accepts(orderNo, lines);
        return new Verdict(proposal.version(), accepted ? ExportCheck.ALLOWED : ExportCheck.REFUSED);
    }

    @Override
    protected void write(DelegateExecution execution, Verdict verdict) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (!Objects.equals(order.agreement().proposedVersion(), verdict.version())) {
            throw new OptimisticLockingFailureException("Order %s changed meanwhile".formatted(order.no()));
        }
        orders.update(order.with(order.shipment().checked(verdict.check())));
        record.add(order, Fact.EXPORT_SERVICE_CHECKED, verdict.check().name());
        execution.setVariable("exportVerdict", verdict.check().name());
    }
}
