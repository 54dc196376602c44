package org.tradeassurance.dispute;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Outbox;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Reason;

/** "Record dispute decision": keeps the outcome, tells both parties and says whether the order goes on; one that closes is no longer frozen (TR-22). */
@Component
class RecordDisputeDecisionDelegate implements JavaDelegate {

    private final Orders orders;
    private final Disputes disputes;
    private final OperationRecord record;
    private final Outbox outbox;
    private final Clock clock;

    RecordDisputeDecisionDelegate(
            Orders orders, Disputes disputes, OperationRecord record, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.disputes = disputes;
        this.record = record;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Dispute.Outcome outcome = Dispute.Outcome.of((String) execution.getVariable("decision"));
        Decision decision = Decision.of(order, outcome, (String) execution.getVariable("refund"));
        String reason = Reason.of((String) execution.getVariable("reason"));
        disputes.decide(disputes.ofFrozen(order.no()), decision, reason, clock.instant());
        record.add(order, Fact.DISPUTE_DECIDED, outcome + " " + decision.granted() + ": " + reason);
        outbox.mail(order.no(), order.parties().buyer().email(), "dispute-decided");
        outbox.mail(order.no(), order.parties().supplierId(), "dispute-decided");
        if (decision.closes()) {
            orders.update(order.with(order.progress().frozenSince(null)));
        }
        execution.setVariable("orderGoesOn", Variables.booleanValue(!decision.closes(), true));
        execution.setVariable(
                "grantedCents", Variables.longValue(decision.granted().cents(), true));
    }
}
