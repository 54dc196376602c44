package org.tradeassurance.supplier;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FormAnswers;
import org.tradeassurance.supplier.Complaint.State;

/** "Record judgement": keeps the decision and counts what the supplier has to answer for, one judgement at a time. */
@Component
class RecordJudgementDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final Standings standings;
    private final Orders orders;
    private final OperationRecord record;
    private final Clock clock;

    RecordJudgementDelegate(
            Complaints complaints, Standings standings, Orders orders, OperationRecord record, Clock clock) {
        this.complaints = complaints;
        this.standings = standings;
        this.orders = orders;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        State decision = decision(execution);
        String reason = Reason.of((String) FormAnswers.value(execution, "reason"));
        Complaint complaint = complaints.lockOpen(execution.getProcessBusinessKey());
        Order order = complaint.orderNo() == null ? null : orders.lock(complaint.orderNo());
        standings.lock(complaint.supplierId());
        complaints.judge(complaint.complaintId(), decision, reason);
        if (order != null) {
            Fact judged = decision == State.UPHELD ? Fact.COMPLAINT_UPHELD : Fact.COMPLAINT_DISMISSED;
            record.add(order, judged, complaint.complaintId());
        }
        int upheld = complaints.counted(complaint.supplierId(), complaint.kind()) + 1;
        new Sanction(complaint.kind(), upheld)
                .inputs(BusinessTime.dateOf(clock.instant()))
                .forEach((name, value) -> execution.setVariable(name, Variables.untypedValue(value, true)));
    }

    private static State decision(DelegateExecution execution) {
        Object decision = FormAnswers.value(execution, "decision");
        if ("uphold".equals(decision)) {
            return State.UPHELD;
        }
        if ("dismiss".equals(decision)) {
            return State.DISMISSED;
        }
        throw Refusal.invalidField("decision", "field.required");
    }
}
