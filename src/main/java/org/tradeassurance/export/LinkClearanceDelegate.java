package org.tradeassurance.export;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FormAnswers;

/** "Link clearance": the export desk has found the order of an export order that nobody had linked (EXP-03, SHP-02). */
@Component
class LinkClearanceDelegate implements JavaDelegate {

    private static final String FIELD = "linkTo";

    private final Clearances clearances;
    private final Orders orders;
    private final Outcomes outcomes;
    private final Eligibility eligibility;
    private final Clock clock;

    LinkClearanceDelegate(
            Clearances clearances, Orders orders, Outcomes outcomes, Eligibility eligibility, Clock clock) {
        this.clearances = clearances;
        this.orders = orders;
        this.outcomes = outcomes;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String text = String.valueOf(FormAnswers.value(execution, FIELD)).strip();
        if (!OrderNo.isOrderNo(text)) {
            throw Refusal.invalidField(FIELD, "field.order-number");
        }
        OrderNo no = new OrderNo(text);
        if (!orders.knows(no)) {
            throw Refusal.invalidField(FIELD, "remittance.order-unknown");
        }
        Order order = orders.lock(no);
        Action.EXPORT_ORDERS.require(order, Party.SUPPLIER, clock.instant());
        eligibility.requireSupplierOfRunning(order);
        String exportOrderNo = clearances.exportOrderOf(execution.getProcessBusinessKey());
        outcomes.carryOut(Outcome.of(order)
                .then(new ExportSteps.Link(order, exportOrderNo, new ExportService.Route(null, null))));
    }
}
