package org.tradeassurance.drafting;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;

/** "Record submission": the drafting side commits itself to the contract; what is not complete or not acknowledged is refused. */
@Component
class RecordSubmissionDelegate implements JavaDelegate {

    private final Orders orders;
    private final DateLimits dates;
    private final OperationRecord record;
    private final Clock clock;

    RecordSubmissionDelegate(Orders orders, DateLimits dates, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.dates = dates;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        if (order.shipment().exportCheck() != ExportCheck.NOT_ASKED) {
            return; // submitted before: the process starts again
        }
        order.requireConfirmable();
        dates.requireShipDate(order);
        if (!order.parties().acknowledged().complete()) {
            throw new Refusal(Problem.ACKNOWLEDGEMENT_MISSING, order.no());
        }
        Order submitted = order.with(order.progress().submitted(clock.instant()))
                .confirmed(order.parties().origin().draftedBy(), clock.instant())
                .with(order.shipment().checked(ExportCheck.PENDING));
        orders.update(submitted);
        record.add(submitted, Fact.ORDER_SUBMITTED, null);
    }
}
