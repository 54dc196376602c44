package org.tradeassurance.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;

/** "Record own clearance": the supplier has shown when the goods that it exports itself were cleared (AMB-09, SHP-02). */
@Component
class RecordOwnClearanceDelegate implements JavaDelegate {

    static final int LONGEST_EVIDENCE = 500;

    private final Orders orders;
    private final ExportOrders exportOrders;
    private final DateLimits dates;
    private final OperationRecord record;

    RecordOwnClearanceDelegate(Orders orders, ExportOrders exportOrders, DateLimits dates, OperationRecord record) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.dates = dates;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        LocalDate clearedOn = date(order.no(), execution.getVariable("clearedOn"));
        String evidence = evidence(execution.getVariable("evidence"));
        ExportOrder own =
                exportOrders.lockOwn(order.no()).orElseThrow(() -> new Refusal(Problem.NO_EXPORT_ORDER, order.no()));
        exportOrders.update(own.cleared(clearedOn, evidence));
        record.add(order, Fact.GOODS_CLEARED, own.exportOrderNo() + " " + clearedOn + ", " + evidence);
    }

    private LocalDate date(OrderNo no, @Nullable Object text) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(text));
            dates.require(no, "OWN_CLEARANCE", "clearedOn", date);
            return date;
        } catch (DateTimeParseException e) {
            throw Refusal.invalidField("clearedOn", "field.required");
        }
    }

    private static String evidence(@Nullable Object text) {
        if (text == null || text.toString().isBlank()) {
            throw Refusal.invalidField("evidence", "field.required");
        }
        String evidence = text.toString().strip();
        if (evidence.length() > LONGEST_EVIDENCE) {
            throw Refusal.invalidField("evidence", "field.too-long", LONGEST_EVIDENCE);
        }
        return evidence;
    }
}
